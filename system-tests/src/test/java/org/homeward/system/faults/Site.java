package org.homeward.system.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeward.backends.FreePorts;
import org.homeward.system.LocalSystem;

/** Two instances of every service, and wires of ours to what they stand on. */
final class Site implements AutoCloseable {

    static final List<String> INSTANCES =
            Arrays.stream(Service.values()).flatMap(one -> one.pieces().stream()).toList();

    private final LocalSystem system;
    private final Wire mongodb;
    private final Wire kafka;
    private final Wire smtp;

    Site() {
        int toMongodb = FreePorts.next();
        int toKafka = FreePorts.next();
        int toSmtp = FreePorts.next();
        system = new LocalSystem(2, Map.of("MONGODB", toMongodb, "KAFKA", toKafka, "SMTP", toSmtp));
        mongodb = Wire.to(system.port("MONGODB"), toMongodb);
        kafka = Wire.to(system.port("KAFKA"), toKafka);
        smtp = Wire.to(system.port("SMTP"), toSmtp);
    }

    LocalSystem system() {
        return system;
    }

    Wire mongodb() {
        return mongodb;
    }

    Wire kafka() {
        return kafka;
    }

    Wire smtp() {
        return smtp;
    }

    /** Starts again what has died, together. */
    void restart(List<String> pieces) {
        system.start(pieces);
    }

    @Override
    public void close() {
        system.close();
        mongodb.close();
        kafka.close();
        smtp.close();
    }
}
