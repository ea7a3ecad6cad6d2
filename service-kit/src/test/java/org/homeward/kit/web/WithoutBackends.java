package org.homeward.kit.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/** All auto-configuration of a service but what needs MongoDB or Kafka. */
final class WithoutBackends extends AutoConfigurationImportSelector {

    private static final List<String> NEED_BACKENDS =
            List.of(
                    ".mongodb.",
                    ".kafka.",
                    ".cloud.stream.",
                    "homeward.kit.mongo.",
                    "homeward.kit.journal.",
                    "homeward.kit.audit.",
                    "homeward.kit.relay.",
                    "homeward.kit.inbox.",
                    "homeward.kit.time.");

    @Override
    protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
        return new AnnotationAttributes(
                Map.of("exclude", new String[0], "excludeName", new String[0]));
    }

    @Override
    protected List<String> getCandidateConfigurations(
            AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
        return super.getCandidateConfigurations(metadata, attributes).stream()
                .filter(name -> NEED_BACKENDS.stream().noneMatch(name::contains))
                .toList();
    }
}
