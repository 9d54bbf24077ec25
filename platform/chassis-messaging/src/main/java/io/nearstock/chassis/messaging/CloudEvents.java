package io.nearstock.chassis.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: attributes in headers, the payload as it is. */
final class CloudEvents {

    static final String TRACEPARENT = "traceparent";
    private static final String TYPE = "ce_type";

    private CloudEvents() {}

    static ProducerRecord<String, String> write(String topic, String source, String key, OutboxEntry entry) {
        var message = new ProducerRecord<>(topic, key, entry.payload());
        put(message.headers(), "ce_specversion", "1.0");
        put(message.headers(), "ce_id", entry.id());
        put(message.headers(), TYPE, entry.type());
        put(message.headers(), "ce_source", source);
        put(message.headers(), "ce_subject", key);
        put(message.headers(), "ce_time", entry.occurredAt().toString());
        put(message.headers(), "ce_sequence", Long.toString(entry.sequence()));
        put(message.headers(), "content-type", "application/json");
        if (entry.traceparent() != null) {
            put(message.headers(), TRACEPARENT, entry.traceparent());
        }
        return message;
    }

    /** Null where the message names no type, and so is none of ours. */
    static @Nullable String type(ConsumerRecord<String, String> message) {
        return header(message.headers(), TYPE);
    }

    /** Only key, type and payload are needed; what else is missing is told from the message's place in the topic. */
    static Event read(ConsumerRecord<String, String> message) {
        var headers = message.headers();
        var type = header(headers, TYPE);
        if (type == null || message.key() == null || message.value() == null) {
            throw new PoisonException("no CloudEvent with type, key and payload");
        }
        try {
            return new Event(
                    or(header(headers, "ce_id"), place(message)),
                    type,
                    message.key(),
                    Long.parseLong(or(header(headers, "ce_sequence"), "0")),
                    Instant.parse(or(
                            header(headers, "ce_time"),
                            Instant.ofEpochMilli(message.timestamp()).toString())),
                    message.value());
        } catch (NumberFormatException | DateTimeException broken) {
            throw new PoisonException("a CloudEvents attribute cannot be read", broken);
        }
    }

    /** Where a message lies, in a form that can stand in a URL. */
    static String place(ConsumerRecord<?, ?> message) {
        return message.topic() + "-" + message.partition() + "-" + message.offset();
    }

    static @Nullable String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
