package io.nearstock.gateway.apidocs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Lists what the gateway's own operations may answer instead of what they are asked for. */
@Component
final class OwnAnswers implements GlobalOperationCustomizer {

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "bad_request",
            "401", "unauthenticated, invalid_token",
            "403", "forbidden",
            "404", "not_found",
            "406", "not_acceptable",
            "409", "replay_failed",
            "429", "rate_limited",
            "503", "unavailable");

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var problem =
                new Content().addMediaType("application/problem+json", new MediaType().schema(new ObjectSchema()));
        REFUSALS.forEach((status, codes) -> operation
                .getResponses()
                .addApiResponse(status, new ApiResponse().description(codes).content(problem)));
        return operation;
    }
}
