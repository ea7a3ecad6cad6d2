package org.homeward.story.disclosure;

import java.util.UUID;
import org.homeward.kit.peer.Peers;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DisclosureSettings.class)
class DisclosureConfiguration {

    @Bean
    DisclosureTest disclosureTest(Peers peers, DisclosureSettings settings) {
        return new BeneficiaryDisclosureTest(
                peers.at("beneficiary-service", settings.beneficiaryUrl()));
    }

    @Bean
    ProblemTypes disclosureProblemTypes() {
        return ProblemTypes.of(new ConsentUnknown(new UUID(0, 0)));
    }
}
