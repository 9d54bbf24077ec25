package io.nearstock.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears of every ended session, in each gateway anew: it begins as far back as tokens live and remembers no offset. */
@Component
final class RevocationListener implements ConsumerSeekAware {

    private static final Logger log = LoggerFactory.getLogger(RevocationListener.class);

    record SessionRevoked(String accountId, @Nullable String sessionId, Instant at) {}

    private final RevokedSessions revoked;
    private final TokenSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    RevocationListener(RevokedSessions revoked, TokenSettings settings, JsonMapper json, Clock clock) {
        this.revoked = revoked;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assigned, ConsumerSeekCallback offsets) {
        var back = clock.instant().minus(settings.lifetime().multipliedBy(2));
        offsets.seekToTimestamp(assigned.keySet(), back.toEpochMilli());
    }

    @KafkaListener(
            topics = "${nearstock.gateway.token.topic}",
            groupId = "gateway-#{T(java.util.UUID).randomUUID()}",
            properties = {"auto.offset.reset=earliest", "metadata.max.age.ms=5000"})
    void hear(ConsumerRecord<String, String> message) {
        var type = message.headers().lastHeader("ce_type");
        if (type == null || !"session.revoked".equals(new String(type.value(), UTF_8))) {
            return;
        }
        try {
            var event = json.readValue(message.value(), SessionRevoked.class);
            revoked.add(event.accountId(), event.sessionId(), event.at());
        } catch (JacksonException unreadable) {
            log.error("a message at {}-{} is unreadable", message.partition(), message.offset(), unreadable);
        }
    }
}
