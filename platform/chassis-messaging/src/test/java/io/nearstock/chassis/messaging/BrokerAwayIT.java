package io.nearstock.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.chassis.messaging.ParcelService.Ear;
import io.nearstock.chassis.messaging.ParcelService.Parcels;
import io.nearstock.local.broker.EmbeddedBroker;
import io.nearstock.testkit.TestServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        classes = ParcelService.class,
        properties = {"spring.application.name=parcel-service", "spring.config.import=classpath:nearstock-chassis.yaml"
        })
@AutoConfigureMockMvc(addFilters = false)
@Import(TestServers.class)
@DirtiesContext
class BrokerAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PORT = freePort();

    private final Ear ear;
    private final Parcels parcels;
    private final OutboxRelay relay;
    private final MockMvcTester http;

    @Autowired
    BrokerAwayIT(Ear ear, Parcels parcels, OutboxRelay relay, MockMvcTester http) {
        this.ear = ear;
        this.parcels = parcels;
        this.relay = relay;
        this.http = http;
    }

    @DynamicPropertySource
    static void brokerThatIsNotThereYet(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", () -> "localhost:" + PORT);
    }

    @Test
    void waitsForABrokerThatComesLateAndForOneThatGoesAndComesBack(@TempDir Path data) {
        assertThat(readiness()).isEqualTo(503);
        write("pcl_before");
        assertThat(parcels.waiting("pcl_before")).hasSize(1);

        try (var _ = EmbeddedBroker.start(data, PORT)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(ear.sequencesOf("pcl_before")).containsExactly(1L));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
        }

        write("pcl_between");
        assertThat(readiness()).isEqualTo(503);
        try (var _ = EmbeddedBroker.start(data, PORT)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(parcels.waiting("pcl_between")).isEmpty());
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(ear.sequencesOf("pcl_between")).contains(1L));
        }
    }

    private void write(String id) {
        parcels.add(id, 1, Instant.now());
        relay.nudge("parcels", id);
    }

    private int readiness() {
        return http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
