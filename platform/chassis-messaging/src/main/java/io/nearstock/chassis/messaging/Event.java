package io.nearstock.chassis.messaging;

import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * What another service announced.
 *
 * @param id the same at every redelivery
 * @param key the aggregate's id; events of one key arrive in order
 * @param sequence rises within a key
 * @param payload JSON
 */
public record Event(String id, String type, String key, long sequence, Instant occurredAt, String payload) {

    private static final JsonMapper TOLERANT = JsonMapper.builder()
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new NothingMissing()))
            .build();

    /**
     * Reads the payload into the reader's own minimal record: unknown fields are ignored, a missing one must be
     * {@code @Nullable}.
     *
     * @throws PoisonException when it cannot be read
     */
    public <T> T as(Class<T> shape) {
        try {
            return TOLERANT.readValue(payload, shape);
        } catch (JacksonException broken) {
            throw new PoisonException(type + " cannot be read as " + shape.getSimpleName(), broken);
        }
    }
}
