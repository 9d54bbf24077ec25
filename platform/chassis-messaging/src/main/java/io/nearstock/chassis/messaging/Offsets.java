package io.nearstock.chassis.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.Acknowledgment;

/** How a reader remembers how far it has come. */
sealed interface Offsets {

    Logger LOG = LoggerFactory.getLogger(Offsets.class);

    /** Everything that a poll brought is done. */
    void settled(Map<TopicPartition, Long> next, Acknowledgment acknowledgment);

    /** Of some partitions only what lies before these offsets is done. */
    void stoppedAt(Map<TopicPartition, Long> next, Consumer<?, ?> consumer);

    /** The broker remembers, for the whole group. */
    record Committed() implements Offsets {

        @Override
        public void settled(Map<TopicPartition, Long> next, Acknowledgment acknowledgment) {
            acknowledgment.acknowledge();
        }

        @Override
        public void stoppedAt(Map<TopicPartition, Long> next, Consumer<?, ?> consumer) {
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            next.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
            try {
                consumer.commitSync(offsets);
            } catch (KafkaException lost) {
                LOG.debug("{} were not committed and come again", next, lost);
            }
        }
    }

    /** This process remembers, until it ends. */
    record Own(Map<TopicPartition, Long> next) implements Offsets {

        @Override
        public void settled(Map<TopicPartition, Long> reached, Acknowledgment acknowledgment) {
            next.putAll(reached);
        }

        @Override
        public void stoppedAt(Map<TopicPartition, Long> reached, Consumer<?, ?> consumer) {
            next.putAll(reached);
        }
    }
}
