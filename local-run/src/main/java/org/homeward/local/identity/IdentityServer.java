package org.homeward.local.identity;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An authorization server for a developer's machine: real OAuth 2.1 and OpenID Connect on the
 * loopback address, invented users, a signing key of its own for each start. It has no way to a
 * token but those of the protocol.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SecurityRules.class, Clients.class, Claims.class, LoginPage.class})
public class IdentityServer {

    public static ConfigurableApplicationContext start(IdentitySettings settings) {
        SpringApplication application = new SpringApplication(IdentityServer.class);
        application.setDefaultProperties(
                Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", settings.port(),
                        "server.tomcat.threads.max", 8,
                        "spring.main.banner-mode", "off",
                        "server.servlet.session.cookie.name", "HOMEWARD_IDENTITY",
                        "server.servlet.session.timeout", "10m"));
        application.addInitializers(
                context ->
                        context.getBeanFactory().registerSingleton("identitySettings", settings));
        return application.run();
    }
}
