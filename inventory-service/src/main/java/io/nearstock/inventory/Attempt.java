package io.nearstock.inventory;

import io.nearstock.inventory.Takings.End;
import io.nearstock.inventory.Takings.End.Granted;
import io.nearstock.inventory.Takings.End.Missed;
import io.nearstock.inventory.Takings.End.Overtaken;
import io.nearstock.inventory.Takings.End.TooLittle;
import io.nearstock.inventory.Takings.End.Withdrawn;
import io.nearstock.inventory.Transition.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One hold's way through an attempt to take its stock. */
final class Attempt {

    private final @Nullable String orderId;
    private Hold hold;
    private @Nullable Plan plan;
    private @Nullable Progress next;
    private @Nullable End end;

    /** With an order the hold is claimed by it at once. */
    Attempt(Hold hold, @Nullable String orderId) {
        this.hold = hold;
        this.orderId = orderId;
    }

    Set<String> skus() {
        return Line.total(hold.demand().lines()).keySet();
    }

    void plan(Planner planner, List<StockRow> rows, Instant now, HoldSettings settings) {
        plan = planner.plan(hold.demand().lines(), hold.demand().destination(), rows, now);
        next(plan.coversAll() ? hold.prepare(plan, now, settings) : hold.refuse(plan.shortages()));
    }

    private void next(Transition transition) {
        if (transition instanceof Progress progress) {
            next = progress;
        } else {
            end = new Overtaken();
        }
    }

    /** Whether what it takes is stored with the hold. */
    void began(boolean stored) {
        if (!stored) {
            end = new Overtaken();
        } else if (!plan().coversAll()) {
            end = new TooLittle(plan().shortages());
        }
        hold = next().to();
    }

    Taking taking() {
        return new Taking(hold.openStep(), plan().owed());
    }

    void took(boolean all) {
        if (all) {
            next(hold.grant(orderId));
        } else {
            end = new Missed(hold);
        }
    }

    void granted(boolean stored) {
        end = stored ? new Granted(next().to(), hold.openStep()) : new Withdrawn(hold);
    }

    boolean isUnderWay() {
        return end == null;
    }

    Progress next() {
        return Objects.requireNonNull(next, hold.id());
    }

    End end() {
        return Objects.requireNonNull(end, hold.id());
    }

    private Plan plan() {
        return Objects.requireNonNull(plan, hold.id());
    }
}
