package org.homeward.grant;

import java.util.Set;
import org.homeward.grant.application.Applications;
import org.homeward.grant.committee.Committees;
import org.homeward.grant.fund.Funds;
import org.homeward.grant.inkind.Grants;
import org.homeward.grant.people.ErasureOrders;
import org.homeward.kit.export.Labels;
import org.homeward.kit.mongo.StoredTypes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Funds, applications, and the grants in kind that approval makes of them. */
@SpringBootApplication(proxyBeanMethods = false)
public class GrantService {

    public static void main(String[] arguments) {
        SpringApplication.run(GrantService.class, arguments);
    }

    /** How what is told to a person is called in her language. */
    @Bean
    Labels labels() {
        return new Labels(GrantService.class, Set.of());
    }

    @Bean
    StoredTypes storedTypes() {
        var types = StoredTypes.builder();
        Funds.storedIn(types);
        Committees.storedIn(types);
        Applications.storedIn(types);
        Grants.storedIn(types);
        ErasureOrders.storedIn(types);
        return types.build();
    }
}
