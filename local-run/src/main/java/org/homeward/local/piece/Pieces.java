package org.homeward.local.piece;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.backends.MongoProcess;
import org.homeward.local.Detours;
import org.homeward.local.Extent;
import org.homeward.local.Home;
import org.homeward.local.MachineClient;
import org.homeward.local.Port;
import org.homeward.local.Ports;
import org.homeward.local.piece.Piece.Address;

/** What the local run is made of, and what each piece is told. */
final class Pieces {

    private final Home home;
    private final Ports ports;
    private final Detours detours;
    private final Extent extent;

    Pieces(Home home, Ports ports, Detours detours, Extent extent) {
        this.home = home;
        this.ports = ports;
        this.detours = detours;
        this.extent = extent;
    }

    /** Those of one stage start together; a stage needs those before it. */
    List<List<Piece>> stages(boolean compressed) {
        var stages = new ArrayList<List<Piece>>();
        stages.add(List.of(mongodb(compressed), kafka(compressed), helper()));
        stages.add(
                List.of(
                        service("beneficiary", Port.BENEFICIARY, List.of()),
                        service("grant", Port.GRANT, List.of()),
                        service(
                                "story",
                                Port.STORY,
                                List.of(new Address("public site", ports.url(Port.STORY) + "/"))),
                        service("notification", Port.NOTIFICATION, List.of())));
        if (extent.instances() > 1) {
            stages.add(
                    List.of(
                            second("beneficiary", Port.BENEFICIARY),
                            second("grant", Port.GRANT),
                            second("story", Port.STORY),
                            second("notification", Port.NOTIFICATION)));
        }
        return stages;
    }

    /** Found by its own port only: whoever is told of the service is told of the first. */
    private Piece second(String database, Port port) {
        return service(database, database + "-service-2", port.ofSecond(), List.of());
    }

    private Piece mongodb(boolean compressed) {
        return new MongoPiece(
                home.data().resolve("mongodb"),
                ports.get(Port.MONGODB),
                detours.to(Port.MONGODB, ports),
                compressed);
    }

    private Piece kafka(boolean compressed) {
        return new KafkaPiece(
                home.data().resolve("kafka"),
                ports.get(Port.KAFKA),
                ports.get(Port.KAFKA_CONTROLLER),
                detours.to(Port.KAFKA, ports),
                compressed);
    }

    private Piece helper() {
        String smtp = "127.0.0.1:" + ports.get(Port.SMTP);
        return new JavaPiece(
                "identity",
                List.of(
                        new Address("identity", ports.url(Port.IDENTITY)),
                        new Address("mail (SMTP " + smtp + ")", ports.url(Port.MAIL))),
                AppJar.of(home, "local-run"),
                List.of("-Xmx96m", "-Dhomeward.log=INFO", "-Dhomeward.home=" + home.project()),
                List.of("helper"),
                Map.of(
                        Port.IDENTITY.variable(), "" + ports.get(Port.IDENTITY),
                        Port.SMTP.variable(), "" + ports.get(Port.SMTP),
                        Port.MAIL.variable(), "" + ports.get(Port.MAIL)),
                Map.of(
                        ports.get(Port.IDENTITY), MongoPiece.setting(Port.IDENTITY),
                        ports.get(Port.SMTP), MongoPiece.setting(Port.SMTP),
                        ports.get(Port.MAIL), MongoPiece.setting(Port.MAIL)),
                home.logs().resolve("identity.log"),
                URI.create(ports.url(Port.IDENTITY) + "/.well-known/openid-configuration"));
    }

    private Piece service(String database, Port port, List<Address> further) {
        return service(database, database + "-service", port, further);
    }

    private Piece service(String database, String name, Port port, List<Address> further) {
        List<Address> addresses = new ArrayList<>();
        addresses.add(new Address(name, ports.url(port)));
        addresses.addAll(further);
        int management = ports.management(port);
        return new JavaPiece(
                name,
                addresses,
                AppJar.of(home, database + "-service"),
                List.of("-Xmx192m"),
                List.of(),
                environment(database, port),
                Map.of(
                        ports.get(port),
                        MongoPiece.setting(port),
                        management,
                        MongoPiece.setting(port) + " (this one is 100 above)"),
                home.logs().resolve(name + ".log"),
                URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"));
    }

    private Map<String, String> environment(String database, Port port) {
        String name = database + "-service";
        String kafka = "127.0.0.1:" + detours.to(Port.KAFKA, ports);
        Map<String, String> variables = new HashMap<>();
        variables.put("SPRING_PROFILES_ACTIVE", "local");
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", "" + ports.get(port));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_PORT", "" + ports.management(port));
        variables.put(
                "SPRING_MONGODB_URI", MongoProcess.uri(detours.to(Port.MONGODB, ports), database));
        variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka);
        variables.put("SPRING_CLOUD_STREAM_KAFKA_BINDER_BROKERS", kafka);
        variables.put("SPRING_MAIL_HOST", "127.0.0.1");
        variables.put("SPRING_MAIL_PORT", "" + detours.to(Port.SMTP, ports));
        variables.put("HOMEWARD_ISSUER", ports.url(Port.IDENTITY));
        variables.put("HOMEWARD_MASTER_KEY_FILE", home.secrets().masterKey().toString());
        variables.put("HOMEWARD_BENEFICIARY_URL", ports.url(Port.BENEFICIARY));
        variables.put("HOMEWARD_SITE_URL", ports.url(Port.STORY));
        if (database.equals("beneficiary")) {
            variables.put(
                    "HOMEWARD_CERTIFICATE_KEY_FILE", home.secrets().certificateKey().toString());
        }
        if (MachineClient.find(name).isPresent()) {
            variables.put("HOMEWARD_CLIENT_ID", name);
            variables.put("HOMEWARD_CLIENT_SECRET_FILE", home.secrets().client(name).toString());
        }
        return variables;
    }
}
