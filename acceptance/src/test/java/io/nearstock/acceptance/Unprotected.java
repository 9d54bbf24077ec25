package io.nearstock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.chaos.Run;
import io.nearstock.acceptance.chaos.client.Outcome.Verdict;
import io.nearstock.acceptance.chaos.fault.MessageFaults;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.Processes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;

/** Services without the four protections that hold the promises, and what happens to each that needs them. */
record Unprotected(World world, Run run, Processes processes) {

    private static final List<String> SERVICES = List.of(
            "order-service", "order-service-2", "inventory-service", "inventory-service-2", "notification-service");

    private static final Map<String, String> OFF = Map.of(
            "NEARSTOCK_BUILD", "never",
            "NEARSTOCK_SABOTAGE_STOCK_CONDITION", "true",
            "NEARSTOCK_SABOTAGE_IDEMPOTENCY_CHECK", "true",
            "NEARSTOCK_SABOTAGE_DUPLICATE_CHECK", "true",
            "NEARSTOCK_SABOTAGE_OUTBOX_SWEEP", "true");

    /** What was told since then. */
    void notificationsAreToldAgain(MessageFaults messages, Instant since) {
        processes.end(List.of("notification-service"));
        messages.rewind(OffsetSpec.forTimestamp(since.toEpochMilli()));
    }

    /** Its messages wait for a sweep: whoever would have sent them is killed. */
    void anOrderIsAcceptedWhileTheBrokerIsDead() {
        processes.kill(List.of("broker"));
        assertThat(run.client().pursue(run.shop().someOrder()).verdict()).isEqualTo(Verdict.OK);
        processes.kill(SERVICES);
    }

    void start() {
        processes.with(OFF).start(List.of("broker", "order-service", "inventory-service", "notification-service"));
    }

    void oneKeyIsSentTwice() {
        var order = run.shop().someOrder();
        assertThat(run.client().pursue(order).verdict()).isEqualTo(Verdict.OK);
        run.client().pursue(order);
    }

    void moreIsTakenThanThereIs() {
        var good = world.newGood(999, 0);
        var hub = world.newHub();
        world.receive(hub, good.sku(), 3);
        world.staff()
                .post(
                        "/api/stock/adjustments",
                        Map.of("hubId", hub, "sku", good.sku(), "delta", -5, "reason", "count"));
    }
}
