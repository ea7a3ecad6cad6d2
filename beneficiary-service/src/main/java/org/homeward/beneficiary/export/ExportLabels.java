package org.homeward.beneficiary.export;

import java.util.Set;
import org.homeward.kit.export.Labels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what a file holds is called in her language. */
@Configuration(proxyBeanMethods = false)
class ExportLabels {

    @Bean
    Labels labels() {
        return new Labels(ExportLabels.class, Set.of("languages", "explainedIn"));
    }
}
