package org.homeward.kit.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.kit.security.AccessTable;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.security.SecurityConfiguration;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes what the conventions add to every endpoint: headers, problems, roles. */
@AutoConfiguration(after = SecurityConfiguration.class)
@ConditionalOnBean(AccessTable.class)
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
public class OpenApiConfiguration {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Call.class, Actor.class, Scope.class, PageRequest.class);
    }

    @Bean
    OpenAPI openApi(Environment environment) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title(environment.getProperty("spring.application.name"))
                                .version("v1"))
                .components(
                        new Components()
                                .addSchemas(ApiParts.PROBLEM, ApiParts.problem())
                                .addResponses(ApiParts.PROBLEM, ApiParts.problemResponse())
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")));
    }

    @Bean
    OperationCustomizer conventionsOfOperations() {
        return (operation, handler) -> {
            operation.setOperationId(name(handler));
            if (takes(handler, Call.class)) {
                ApiParts.command(operation);
                if (handler.hasMethodAnnotation(PostMapping.class) || isPutAtOneAddress(handler)) {
                    ApiParts.created(operation);
                }
            } else if (handler.hasMethodAnnotation(PostMapping.class)) {
                ApiParts.refer(operation, "409");
            }
            if (operation.getRequestBody() != null) {
                ApiParts.refer(operation, "404", "413", "415");
            }
            if (takes(handler, PageRequest.class)) {
                ApiParts.page(operation);
            }
            ApiParts.table(operation);
            ApiParts.refer(operation, "400", "500", "503");
            Refuses further = handler.getMethodAnnotation(Refuses.class);
            if (further != null) {
                ApiParts.refer(operation, further.value());
            }
            return operation;
        };
    }

    /** The roles of the table, and what each endpoint refuses with because of it. */
    @Bean
    OpenApiCustomizer conventionsOfPaths(AccessTable table, WebSettings settings) {
        return api -> {
            api.getPaths()
                    .forEach(
                            (path, item) ->
                                    item.readOperationsMap()
                                            .forEach(
                                                    (method, operation) -> {
                                                        secure(
                                                                table,
                                                                method.name(),
                                                                path,
                                                                operation);
                                                        if (settings.limits()
                                                                .containsKey(method + " " + path)) {
                                                            ApiParts.refer(operation, "429");
                                                        }
                                                    }));
            Schema<?> receipt = api.getComponents().getSchemas().get("Receipt");
            if (receipt != null) {
                receipt.getProperties().remove("status");
                receipt.getProperties().remove("location");
            }
        };
    }

    private static void secure(AccessTable table, String method, String path, Operation operation) {
        table.of(method, path)
                .filter(endpoint -> !endpoint.anyone())
                .ifPresent(
                        endpoint -> {
                            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                            operation.addExtension("x-roles", endpoint.roleNames());
                            ApiParts.refer(operation, "401", "403");
                        });
        if (path.contains("{")) {
            ApiParts.refer(operation, "404");
        }
    }

    /** For instance {@code consent-give}; it changes with the code's names only. */
    private static String name(HandlerMethod handler) {
        var controller = handler.getBeanType().getSimpleName().replace("Controller", "");
        return controller.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                + "-"
                + handler.getMethod().getName();
    }

    /** Nobody else makes what is put there, and no random id of a record is in its address. */
    private static boolean isPutAtOneAddress(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PutMapping.class)
                && Stream.of(handler.getMethodParameters())
                        .filter(one -> one.hasParameterAnnotation(PathVariable.class))
                        .noneMatch(one -> one.getParameterType() == UUID.class);
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Stream.of(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }
}
