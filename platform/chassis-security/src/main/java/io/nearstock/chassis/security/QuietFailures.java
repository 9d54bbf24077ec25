package io.nearstock.chassis.security;

import feign.FeignException;
import feign.Request;
import feign.Response;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/**
 * Makes Feign's exceptions with the status and the body to decide by, but with a message that is safe to log: Feign's
 * own would quote the address and the answer, which may name a person.
 */
final class QuietFailures implements ErrorDecoder {

    @Override
    public Exception decode(String method, Response response) {
        var request = response.request();
        var message = method + " was answered " + response.status();
        var body = body(response);
        Map<String, Collection<String>> headers = response.headers();
        return switch (response.status()) {
            case 400 -> new FeignException.BadRequest(message, request, body, headers);
            case 401 -> new FeignException.Unauthorized(message, request, body, headers);
            case 403 -> new FeignException.Forbidden(message, request, body, headers);
            case 404 -> new FeignException.NotFound(message, request, body, headers);
            case 409 -> new FeignException.Conflict(message, request, body, headers);
            case 410 -> new FeignException.Gone(message, request, body, headers);
            case 422 -> new FeignException.UnprocessableEntity(message, request, body, headers);
            case 429 -> new FeignException.TooManyRequests(message, request, body, headers);
            case 503 -> new FeignException.ServiceUnavailable(message, request, body, headers);
            default -> other(response.status(), message, request, body, headers);
        };
    }

    private static FeignException other(
            int status, String message, Request request, byte[] body, Map<String, Collection<String>> headers) {
        return status < 500
                ? new FeignException.FeignClientException(status, message, request, body, headers)
                : new FeignException.FeignServerException(status, message, request, body, headers);
    }

    /** An answer that breaks off half way is as good as none: the status decides. */
    private static byte[] body(Response response) {
        if (response.body() == null) {
            return new byte[0];
        }
        try (var body = response.body().asInputStream()) {
            return body.readAllBytes();
        } catch (IOException _) {
            return new byte[0];
        }
    }
}
