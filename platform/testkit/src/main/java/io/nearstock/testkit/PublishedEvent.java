package io.nearstock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A message as a consumer meets it; the topic is without the test's namespace. */
public record PublishedEvent(String topic, String key, Map<String, String> headers, String payload) {

    static PublishedEvent of(String topic, ConsumerRecord<String, String> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new PublishedEvent(topic, message.key(), Map.copyOf(headers), message.value());
    }

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** 0 where the message carries none. */
    public long sequence() {
        return Long.parseLong(headers.getOrDefault("ce_sequence", "0"));
    }
}
