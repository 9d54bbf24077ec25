package io.nearstock.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the gateway answered. */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body, String raw) {

    /** The answer itself, which must have this status. */
    public Answer is(int expected) {
        assertThat(status).as("%s answered %s", request, raw).isEqualTo(expected);
        return this;
    }

    /** The answer itself, which must be a problem of this status and code. */
    public Answer isProblem(int expected, String code) {
        is(expected);
        assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(text("/code")).as("%s answered %s", request, raw).isEqualTo(code);
        return this;
    }

    /**
     * False where the shop says when to come back: it cannot tell now, or still works on the first request with the same
     * key.
     */
    public boolean isDecided() {
        return header("Retry-After").isEmpty()
                || (status != 503 && !text("/code").equals("idempotency_in_progress"));
    }

    /** The text at a JSON pointer; empty where there is none. */
    public String text(String pointer) {
        return body.at(pointer).asString("");
    }

    /** The number at a JSON pointer; zero where there is none. */
    public long number(String pointer) {
        return body.at(pointer).asLong(0);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
