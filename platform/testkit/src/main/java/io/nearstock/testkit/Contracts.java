package io.nearstock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The examples in platform/contracts: what a producer must serialise and what a consumer is fed. */
public final class Contracts {

    private static final Map<String, Contract> INDEX =
            new JsonMapper().readValue(resource("index.json"), new TypeReference<>() {});

    private Contracts() {}

    /** The payload of an event such as {@code order.confirmed}. */
    public static String event(String type) {
        return resource("events/" + type + ".json");
    }

    /** The bodies of an internal call such as {@code hold.request}. */
    public static String call(String name) {
        return resource("calls/" + name + ".json");
    }

    /** The topic on which an event is published, without the namespace of a test. */
    public static String topic(String type) {
        return contract(type).topic();
    }

    static Contract contract(String type) {
        var contract = INDEX.get(type);
        if (contract == null) {
            throw new IllegalArgumentException("no contract for " + type);
        }
        return contract;
    }

    static Map<String, Contract> index() {
        return INDEX;
    }

    private static String resource(String name) {
        try (var resource = Contracts.class.getResourceAsStream("/contracts/" + name)) {
            if (resource == null) {
                throw new IllegalArgumentException("no contract " + name);
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who says it, and who listens. */
    record Contract(String topic, String producer, List<String> consumers) {}
}
