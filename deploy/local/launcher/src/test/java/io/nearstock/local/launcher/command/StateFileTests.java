package io.nearstock.local.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.local.launcher.local.LocalState.Endpoint;
import io.nearstock.local.launcher.local.LocalState.Service;
import io.nearstock.local.launcher.local.LocalState.User;
import io.nearstock.local.launcher.local.Secrets;
import io.nearstock.local.launcher.part.Addresses;
import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.part.StackSettings;
import io.nearstock.local.launcher.process.ProcessRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFileTests {

    private final Addresses addresses = new Addresses(StackSettings.of(Map.of()));
    private final Secrets secrets = Secrets.fresh();

    @Test
    void namesEveryInstanceOfAService() {
        var running = List.of(record(Part.ORDER, 1, 11), record(Part.ORDER, 2, 12));

        var state = StateFile.state(addresses, running, secrets);

        assertThat(state.services())
                .isEqualTo(Map.of(
                        "order-service",
                        new Service(
                                "http://localhost:8104",
                                11,
                                List.of(
                                        new Endpoint("http://localhost:8104", 11),
                                        new Endpoint("http://localhost:8114", 12)))));
    }

    @Test
    void tellsWhereTheDoorIsAndWhoMaySignIn() {
        var state = StateFile.state(addresses, List.of(), secrets);

        assertThat(state.gateway()).isEqualTo("http://localhost:8080");
        assertThat(state.mailbox()).isEqualTo("http://localhost:8090/mailbox");
        assertThat(state.payments()).isEqualTo("http://localhost:8090/payments");
        assertThat(state.users()).containsOnlyKeys("admin", "staff", "supplier", "mover", "customer");
        assertThat(state.users()).containsEntry("staff", new User("staff", secrets.password("staff")));
    }

    private static ProcessRecord record(Part part, int number, long pid) {
        return new ProcessRecord(part, number, pid, Instant.EPOCH, 0, "");
    }
}
