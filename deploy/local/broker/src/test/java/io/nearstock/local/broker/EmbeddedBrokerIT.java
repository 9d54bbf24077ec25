package io.nearstock.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    private Path dataDir;

    @Test
    void remembersItsMessagesWhenItIsStartedAgain() throws Exception {
        try (var broker = EmbeddedBroker.start(dataDir, 0);
                var client = new TopicClient(broker.bootstrapServers())) {
            client.create("orders");
            client.send("orders", "first", "second");
        }
        try (var broker = EmbeddedBroker.start(dataDir, 0);
                var client = new TopicClient(broker.bootstrapServers())) {
            assertThat(client.read("orders", 2)).containsExactly("first", "second");
        }
    }

    @Test
    void losesNoAcknowledgedMessageWhenItsProcessIsKilled() throws Exception {
        var killed = new BrokerProcess(dataDir);
        try (var client = new TopicClient(killed.bootstrapServers())) {
            client.create("orders");
            client.send("orders", "first", "second");
        } finally {
            killed.kill();
        }
        try (var broker = EmbeddedBroker.start(dataDir, 0);
                var client = new TopicClient(broker.bootstrapServers())) {
            assertThat(client.read("orders", 2)).containsExactly("first", "second");
        }
    }

    @Test
    void createsNoTopicByMereUse() throws Exception {
        try (var broker = EmbeddedBroker.start(dataDir, 0);
                var client = new TopicClient(broker.bootstrapServers())) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> client.describe("misspelt"))
                    .withCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> EmbeddedBroker.start(dataDir, taken.getLocalPort()))
                    .withMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }
}
