package io.nearstock.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.FeignException;
import feign.Request;
import feign.Request.HttpMethod;
import java.util.Map;

/** What a client throws where a neighbour refuses. */
final class Refusals {

    private Refusals() {}

    static FeignException of(int status, String body) {
        var request = Request.create(HttpMethod.GET, "/", Map.of(), null, UTF_8, null);
        var bytes = body.getBytes(UTF_8);
        return switch (status) {
            case 404 -> new FeignException.NotFound("", request, bytes, Map.of());
            case 409 -> new FeignException.Conflict("", request, bytes, Map.of());
            case 422 -> new FeignException.UnprocessableEntity("", request, bytes, Map.of());
            default -> new FeignException.FeignServerException(status, "", request, bytes, Map.of());
        };
    }
}
