package io.nearstock.local.demo.shop;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** What the shop answered. */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

    /** The answer itself, where its status is one of these; anything else ends the demo and says why. */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedAnswerException(this);
        }
        return this;
    }

    /** The text at a JSON pointer; empty where there is none. */
    public String text(String pointer) {
        return body.at(pointer).asString("");
    }

    /** The number at a JSON pointer; zero where there is none. */
    public long number(String pointer) {
        return body.at(pointer).asLong(0);
    }

    /** Whether the shop repeated what it answered when this key came first. */
    public boolean isReplayed() {
        return headers.firstValue("Idempotent-Replayed").isPresent();
    }
}
