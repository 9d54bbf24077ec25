package io.nearstock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nearstock.acceptance.chaos.Run;
import io.nearstock.acceptance.chaos.audit.Finding;
import io.nearstock.acceptance.chaos.audit.Invariant;
import io.nearstock.acceptance.chaos.audit.Poison;
import io.nearstock.acceptance.chaos.audit.Stores;
import io.nearstock.acceptance.chaos.fault.Fault;
import io.nearstock.acceptance.chaos.fault.MessageFaults;
import io.nearstock.acceptance.chaos.fault.ProcessFaults;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.Processes;
import io.nearstock.acceptance.stack.RunningStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The short form of {@code ./nearstock chaos}, and the proof that its auditor is not blind. It comes last: what it leaves is
 * no stack for others.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(RunningStack.class)
class FaultsIT {

    private static final Path JOURNAL = Path.of("target", "journal.ndjson");
    private static final long SEED = Long.getLong("nearstock.seed", 42);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 2;

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
        var start = Instant.now();
        try (var run = new Run(world, JOURNAL, poison, SEED, CALM)) {
            var faults = new ProcessFaults(processes);
            var messages = new MessageFaults(faults, processes, poison, broker);
            var deployment = faults.rollingRestart("order-service");
            var order = run.shop().someOrder();
            var answer = run.client().pursue(order);

            run.go(List.of(messages.poisoned(), deployment, crash(faults)), 4);

            assertThat(run.client().pursue(order))
                    .as("the same key, when all who knew of it have ended")
                    .isEqualTo(answer);
            assertThat(run.audit(PATIENCE)).isEmpty();
            assertNobodyNotices(deployment, run.broken(deployment));
            removeProtection(run, messages, start);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(run.auditNow())
                            .extracting(Finding::invariant)
                            .contains(Invariant.I1, Invariant.I3, Invariant.I6, Invariant.OUTBOX));
        }
    }

    /** Who lives goes on for those who died: only what has no twin is started again. */
    private Fault crash(ProcessFaults faults) {
        var crash = faults.kill(List.of("order-service-2", "inventory-service-2", "notification-service"));
        return new Fault(
                crash.name(),
                crash.promise(),
                crash.lasts(),
                crash.strike(),
                () -> processes.start(List.of("notification-service")));
    }

    /** A machine that stalls for longer than the gateway waits looks like a service that is away, but not each time. */
    private void assertNobodyNotices(Fault deployment, List<String> broken) throws InterruptedException {
        var noticed = broken;
        for (var attempt = 1; !noticed.isEmpty() && attempt < ATTEMPTS; attempt++) {
            processes.startMissing();
            try (var again = new Run(world, JOURNAL.resolveSibling("again.ndjson"), poison, SEED, CALM)) {
                again.go(List.of(deployment), 4);
                assertThat(again.audit(PATIENCE)).isEmpty();
                noticed = again.broken(deployment);
            }
        }
        assertThat(noticed).isEmpty();
    }

    /** Nothing here depends on chance: each protection that is off is needed by one deed. */
    private void removeProtection(Run run, MessageFaults messages, Instant start) {
        var unprotected = new Unprotected(world, run, processes);
        unprotected.notificationsAreToldAgain(messages, start);
        unprotected.anOrderIsAcceptedWhileTheBrokerIsDead();
        unprotected.start();
        unprotected.oneKeyIsSentTwice();
        unprotected.moreIsTakenThanThereIs();
    }
}
