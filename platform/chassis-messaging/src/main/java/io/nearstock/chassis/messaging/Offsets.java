package io.nearstock.chassis.messaging;

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

    /** Everything of the batch is done. */
    void settled(TopicPartition partition, long next, Acknowledgment acknowledgment);

    /** Only what lies before this offset is done. */
    void stoppedAt(TopicPartition partition, long next, Consumer<?, ?> consumer);

    /** The broker remembers, for the whole group. */
    record Committed() implements Offsets {

        @Override
        public void settled(TopicPartition partition, long next, Acknowledgment acknowledgment) {
            acknowledgment.acknowledge();
        }

        @Override
        public void stoppedAt(TopicPartition partition, long next, Consumer<?, ?> consumer) {
            try {
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
            } catch (KafkaException lost) {
                LOG.debug("{} was not committed and comes again from before {}", partition, next, lost);
            }
        }
    }

    /** This process remembers, until it ends. */
    record Own(Map<TopicPartition, Long> next) implements Offsets {

        @Override
        public void settled(TopicPartition partition, long offset, Acknowledgment acknowledgment) {
            next.put(partition, offset);
        }

        @Override
        public void stoppedAt(TopicPartition partition, long offset, Consumer<?, ?> consumer) {
            next.put(partition, offset);
        }
    }
}
