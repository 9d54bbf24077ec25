package io.nearstock.inventory;

import io.nearstock.inventory.Takings.End;
import io.nearstock.inventory.Takings.End.Begun;
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

    private final Hold asked;
    private final @Nullable String orderId;
    private final String name;
    private Hold hold;
    private @Nullable Plan plan;
    private boolean atOnce;
    private boolean isInDoubt;
    private @Nullable Progress next;
    private @Nullable End end;

    /**
     * With an order the hold is claimed by it at once.
     *
     * @param name which no other attempt at this hold has
     */
    Attempt(Hold asked, @Nullable String orderId, String name) {
        this.asked = asked;
        this.hold = asked;
        this.orderId = orderId;
        this.name = name;
    }

    String id() {
        return asked.id();
    }

    Set<String> skus() {
        return Line.total(asked.demand().lines()).keySet();
    }

    void plan(Planner planner, List<StockRow> rows, Instant now, HoldSettings settings) {
        hold = asked;
        plan = planner.plan(asked.demand().lines(), asked.demand().destination(), rows, now);
        next(plan.coversAll() ? asked.prepare(plan, now, settings) : asked.refuse(plan.shortages()));
        atOnce = isTakenByOneChange();
        if (isUnderWay() && atOnce) {
            hold = Unrecorded.taking(next().to(), name);
        }
    }

    private void next(Transition transition) {
        if (transition instanceof Progress progress) {
            next = progress;
        } else {
            end = new Overtaken();
        }
    }

    /** Whether one change of one row takes all of it, so that the hold need not be stored before. */
    boolean isAtOnce() {
        return atOnce;
    }

    private boolean isTakenByOneChange() {
        return isFirst()
                && plan().portions().size() == 1
                && !isRefused()
                && plan().owed().isEmpty();
    }

    /** Whether it is not known that anybody has tried before. */
    boolean isFirst() {
        return asked.version() == 0;
    }

    boolean isRefused() {
        return !plan().coversAll();
    }

    /** Whether there is no such hold yet. */
    void isUnknown(boolean unknown) {
        if (!unknown) {
            end = new Overtaken();
        } else if (isInDoubt) {
            end = new Missed(asked);
        }
    }

    /**
     * What is missing may have been taken for the same hold, by somebody who has yet to store it, or may be about to go back.
     *
     * @param seen each row at one moment, with what it remembers
     */
    void lookAgain(Planner planner, List<StockRow> seen, boolean someGoesBack, Instant now) {
        var lines = asked.demand().lines();
        if (isFirst() && seen.stream().anyMatch(row -> row.remembers(id()))) {
            end = new Begun();
        } else if (someGoesBack
                || planner.plan(lines, asked.demand().destination(), seen, now).coversAll()) {
            end = new Missed(asked);
        }
    }

    /** Whether what it takes is stored with the hold. */
    void began(boolean stored) {
        if (!stored) {
            end = new Overtaken();
        } else if (isRefused()) {
            end = new TooLittle(plan().shortages());
        }
        hold = next().to();
    }

    Taking taking() {
        return new Taking(hold.openStep(), plan().owed(), isAtOnce());
    }

    void took(boolean all) {
        isInDoubt = !all && isAtOnce();
        if (isInDoubt) {
            return;
        }
        if (!all) {
            end = new Missed(hold);
        } else if (hold.grant(orderId) instanceof Progress(var _, var granted)) {
            next = new Progress(isAtOnce() ? asked : hold, granted);
        } else {
            throw new IllegalStateException(hold.id() + " is " + hold.status());
        }
    }

    /** Whether its row has too little, or remembers it: then it may be known. */
    boolean isInDoubt() {
        return isInDoubt;
    }

    void granted(boolean stored) {
        end = stored ? new Granted(next().to(), hold.openStep()) : new Withdrawn(hold);
    }

    boolean isGrantedAtOnce() {
        return isAtOnce() && end instanceof Granted;
    }

    List<Portion> taken() {
        return plan().portions();
    }

    boolean isUnderWay() {
        return end == null;
    }

    Progress next() {
        return Objects.requireNonNull(next, id());
    }

    End end() {
        return Objects.requireNonNull(end, id());
    }

    private Plan plan() {
        return Objects.requireNonNull(plan, id());
    }
}
