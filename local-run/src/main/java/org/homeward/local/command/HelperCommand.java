package org.homeward.local.command;

import java.util.concurrent.Callable;
import org.homeward.local.Port;
import org.homeward.local.Ports;
import org.homeward.local.identity.IdentityServer;
import org.homeward.local.identity.IdentitySettings;
import org.homeward.local.mail.MailCatcher;
import picocli.CommandLine.Command;

/** The process that {@code up} starts for identity and mail; both in one JVM cost the least. */
@Command(name = "helper", hidden = true)
final class HelperCommand implements Callable<Integer> {

    private final Surroundings here;

    HelperCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws InterruptedException {
        Ports ports = here.options().ports();
        IdentitySettings settings =
                new IdentitySettings(ports.get(Port.IDENTITY), here.home().secrets());
        try (MailCatcher _ = MailCatcher.start(ports.get(Port.SMTP), ports.get(Port.MAIL));
                var _ = IdentityServer.start(settings)) {
            Thread.currentThread().join(); // until the process is told to end
        }
        return 0;
    }
}
