package io.nearstock.acceptance.security.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nearstock.acceptance.security.api.Operation;
import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Api;
import java.util.Map;

/**
 * One request.
 *
 * @param number which one of its seed
 * @param path with its query
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that need be no text; nobody compares requests
record FuzzRequest(int number, Operation operation, String path, Map<String, String> headers, byte[] body) {

    Answer send(Api caller) {
        return caller.callOnce(operation.method(), path, headers, body);
    }

    @Override
    public String toString() {
        var text = new String(body, UTF_8);
        var shown = text.length() > 400 ? text.substring(0, 400) + "…" : text;
        return "#%d %s %s %s %s".formatted(number, operation.method(), path, headers, shown);
    }
}
