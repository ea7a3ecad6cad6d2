package org.homeward.local.command;

import java.util.concurrent.Callable;
import org.homeward.local.MachineClient;
import org.homeward.local.Secrets;
import org.homeward.local.Target;
import org.homeward.local.identity.SignIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "Signs a demo user in through the login page and prints the access token.")
final class TokenCommand implements Callable<Integer> {

    private final Surroundings here;

    @Parameters(paramLabel = "USER", description = "As 'up' lists them, or a machine client.")
    private String user = "";

    TokenCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Target target = here.options().target();
        SignIn signIn = new SignIn(target.issuer());
        Secrets secrets = target.secrets();
        here.out()
                .println(
                        MachineClient.find(user)
                                .map(c -> signIn.machine(user, secrets.read(secrets.client(user))))
                                .orElseGet(() -> signIn.person(user, secrets.demoPassword())));
        return 0;
    }
}
