package io.nearstock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nearstock.acceptance.chaos.Run;
import io.nearstock.acceptance.chaos.audit.Finding;
import io.nearstock.acceptance.chaos.audit.Invariant;
import io.nearstock.acceptance.chaos.audit.Poison;
import io.nearstock.acceptance.chaos.audit.Stores;
import io.nearstock.acceptance.chaos.fault.MessageFaults;
import io.nearstock.acceptance.chaos.fault.ProcessFaults;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.Processes;
import io.nearstock.acceptance.stack.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short form of {@code ./nearstock chaos}, and the proof that its auditor is not blind. */
@ExtendWith(RunningStack.class)
class FaultsIT {

    private static final Path JOURNAL = Path.of("target", "journal.ndjson");
    private static final long SEED = Long.getLong("nearstock.seed", 42);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;
    private final Processes processes;
    private final String broker;
    private final Poison poison;

    FaultsIT(World world) {
        this.world = world;
        this.processes = new Processes(world.stack().launcher(), Map.of("NEARSTOCK_BUILD", "never"));
        try (var stores = Stores.of(world.stack())) {
            this.broker = stores.broker();
        }
        this.poison = new Poison(broker);
    }

    @BeforeEach
    void nobodyElseMayNeedTheStack() {
        assumeTrue(System.getenv("NEARSTOCK_STACK") == null, "a lent stack is not broken");
    }

    @Test
    void loseNothingAndTheAuditSeesWhatUnprotectedServicesLose() throws InterruptedException {
        System.out.println("-Dnearstock.seed=" + SEED);
        try (var run = new Run(world, JOURNAL, poison, SEED)) {
            var faults = new ProcessFaults(processes);
            var messages = new MessageFaults(faults, processes, poison, broker);
            var crash = faults.kill(List.of("order-service-2", "inventory-service-2", "notification-service"));

            var deployment = faults.rollingRestart("order-service");

            run.go(List.of(messages.poisoned(), crash, deployment), 4);

            assertThat(run.audit(PATIENCE)).isEmpty();
            assertThat(run.broken(deployment)).isEmpty();
            try {
                assertThat(withoutProtection(run, messages))
                        .extracting(Finding::invariant)
                        .contains(Invariant.I1, Invariant.I3, Invariant.I6, Invariant.OUTBOX);
            } finally {
                processes.kill(Unprotected.SERVICES);
                processes.startMissing();
            }
        }
    }

    /** Nothing here depends on chance: each protection that is off is needed by one deed. */
    private List<Finding> withoutProtection(Run run, MessageFaults messages) {
        var unprotected = new Unprotected(world, run, processes);
        unprotected.notificationsAreToldAgain(messages);
        unprotected.anOrderIsAcceptedWhileTheBrokerIsDead();
        unprotected.start();
        unprotected.oneKeyIsSentTwice();
        unprotected.moreIsTakenThanThereIs();
        return run.audit(Duration.ofSeconds(15));
    }
}
