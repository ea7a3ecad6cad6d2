package org.homeward.notification.delivery;

import org.homeward.kit.observe.Alarms;
import org.homeward.kit.peer.Peers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    Contacts contacts(Peers peers, BeneficiaryServiceSettings settings, Alarms alarms) {
        return new Contacts(peers.at("beneficiary-service", settings.beneficiaryUrl()), alarms);
    }
}
