package io.nearstock.chassis.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.HandlerMethod;

/** Describes in each service's OpenAPI what the chassis adds to every operation. */
@AutoConfiguration
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
public class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageRequest.class, IfMatch.class, ResourceId.class);
    }

    @Bean
    @ConditionalOnMissingBean(name = "chassisOpenApi")
    GlobalOpenApiCustomizer chassisOpenApi(@Value("${spring.application.name:nearstock}") String service) {
        return api -> {
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            api.getInfo().title(service).version("1");
            api.getComponents()
                    .addSecuritySchemes(
                            "bearer",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT"))
                    .addSchemas("Problem", problem());
            api.addSecurityItem(new SecurityRequirement().addList("bearer"));
        };
    }

    @Bean
    @ConditionalOnMissingBean(name = "chassisOperations")
    GlobalOperationCustomizer chassisOperations() {
        var answers = new DocumentedAnswers();
        return (operation, handler) -> {
            parameters(operation, handler);
            return answers.customize(operation, handler);
        };
    }

    private static void parameters(Operation operation, HandlerMethod handler) {
        var idempotent = handler.getMethodAnnotation(Idempotent.class);
        if (idempotent != null) {
            operation.addParametersItem(parameter("header", "Idempotency-Key", new StringSchema().maxLength(255))
                    .required(!idempotent.optional())
                    .description("The same key and body get the same answer; kept 7 days."));
        }
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == IfMatch.class) {
                operation.addParametersItem(parameter("header", "If-Match", new StringSchema())
                        .required(true)
                        .description("The ETag that you have seen."));
            }
            if (parameter.getParameterType() == PageRequest.class) {
                var limit = new IntegerSchema();
                limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(100)).setDefault(20);
                operation.addParametersItem(parameter("query", "limit", limit));
                operation.addParametersItem(parameter("query", "cursor", new StringSchema()));
            }
        }
    }

    private static Parameter parameter(String in, String name, Schema<?> schema) {
        return new Parameter().in(in).name(name).schema(schema);
    }

    private static Schema<?> problem() {
        var error = texts("pointer", "code", "detail");
        var problem = texts("type", "title", "detail", "instance", "code", "traceId");
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("errors", new ArraySchema().items(error));
        return problem;
    }

    private static Schema<?> texts(String... members) {
        var schema = new ObjectSchema();
        for (var member : members) {
            schema.addProperty(member, new StringSchema());
        }
        return schema;
    }
}
