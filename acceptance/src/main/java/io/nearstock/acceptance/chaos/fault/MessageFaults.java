package io.nearstock.acceptance.chaos.fault;

import io.nearstock.acceptance.chaos.audit.Poison;
import io.nearstock.acceptance.chaos.fault.Fault.Promise;
import io.nearstock.acceptance.stack.Processes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** What was told is told again, and what nobody can understand is told, too. */
public record MessageFaults(ProcessFaults faults, Processes processes, Poison poison, String broker) {

    public Fault poisoned() {
        return new Fault(
                "poison planted in the orders topic",
                Promise.UNNOTICED,
                Duration.ofSeconds(3),
                poison::plant,
                () -> {});
    }

    /** A group can only be rewound while nobody reads for it. */
    public Fault rewound() {
        return new Fault(
                "every consumer group rewound to the earliest offset",
                Promise.AFTER_RETRIES,
                Duration.ZERO,
                () -> processes.end(faults.consumers().toList()),
                () -> {
                    rewind(OffsetSpec.earliest());
                    processes.start(faults.consumers().toList());
                });
    }

    /** Every group that nobody reads for now. */
    public void rewind(OffsetSpec to) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            for (var group : admin.listGroups().all().get()) {
                if (group.groupState().equals(Optional.of(GroupState.EMPTY))) {
                    rewind(admin, group.groupId(), to);
                }
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a group could not be rewound", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void rewind(Admin admin, String group, OffsetSpec to)
            throws ExecutionException, InterruptedException {
        var read = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .keySet();
        var question = new HashMap<TopicPartition, OffsetSpec>();
        read.forEach(partition -> question.put(partition, to));
        var again = new HashMap<TopicPartition, OffsetAndMetadata>();
        admin.listOffsets(question).all().get().forEach((partition, found) -> {
            if (found.offset() >= 0) { // below where nothing is so young
                again.put(partition, new OffsetAndMetadata(found.offset()));
            }
        });
        if (!again.isEmpty()) {
            admin.alterConsumerGroupOffsets(group, again).all().get();
        }
    }
}
