package io.nearstock.chassis.security;

import io.nearstock.chassis.security.AccessRules.Rule;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tells in the API document which operations need a token, and what whoever comes without a good one is answered. */
final class DocumentedAccess implements GlobalOpenApiCustomizer {

    private final AccessRules rules;

    DocumentedAccess(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> describe(operation, rule(method, path))));
    }

    /** A token that is sent must be good even where none is needed. */
    private static void describe(Operation operation, Optional<Rule> rule) {
        if (rule.filter(Rule::open).isPresent()) {
            operation.setSecurity(List.of());
            add(operation, "401", "invalid_token");
        } else {
            add(operation, "401", "invalid_token, unauthenticated");
            add(operation, "403", "forbidden");
        }
    }

    private static void add(Operation operation, String status, String codes) {
        var known = operation.getResponses().get(status);
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        var problem = new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
        var description =
                known == null || known.getDescription().equals(codes) ? codes : codes + ", " + known.getDescription();
        operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(description).content(problem));
    }

    private Optional<Rule> rule(PathItem.HttpMethod method, String template) {
        var path = PathContainer.parsePath(template.replaceAll("\\{[^}]*}", "x"));
        return rules.rules().stream()
                .filter(rule -> rule.method().equals(HttpMethod.valueOf(method.name())))
                .filter(rule ->
                        PathPatternParser.defaultInstance.parse(rule.pattern()).matches(path))
                .findFirst();
    }
}
