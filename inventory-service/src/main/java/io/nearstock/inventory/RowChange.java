package io.nearstock.inventory;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a step does to a row: to its balances, to what it remembers, and to when it must be looked after. */
final class RowChange {

    /** How long the ledger of a changed row is left to the instance that changed it. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private RowChange() {}

    static Bson by(Step step, Portion portion, @Nullable Instant keptUntil) {
        var remembered = push("pending", Pending.of(step, portion.quantity(), keptUntil));
        return change(step.kind(), portion.quantity(), remembered, step.at());
    }

    /** By several of one kind, each of a single portion. */
    static Bson by(List<Step> steps, Portion sum) {
        var pending = steps.stream()
                .map(step -> Pending.of(step, step.portions().getFirst().quantity(), null))
                .toList();
        var first = steps.getFirst();
        return change(first.kind(), sum.quantity(), pushEach("pending", pending), first.at());
    }

    static Bson undoing(Pending pending) {
        var forgotten = pull("pending", Filters.eq("id", pending.id()));
        return change(pending.kind(), -pending.quantity(), forgotten, pending.at());
    }

    static Bson remembering(Pending mark) {
        return combine(push("pending", mark), inc("seq", 1L), soon(mark.at()));
    }

    private static Bson change(MovementKind kind, int quantity, Bson memory, Instant at) {
        var change = new ArrayList<Bson>();
        kind.effect(quantity).changes().forEach((balance, units) -> change.add(inc(balance, units)));
        change.add(inc("seq", 1L));
        change.add(memory);
        change.add(soon(at));
        return combine(change);
    }

    static Bson soon(Instant changedAt) {
        return min("nextActionAt", changedAt.plus(GRACE));
    }
}
