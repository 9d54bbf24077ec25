package io.nearstock.inventory.holding;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Demand;
import io.nearstock.inventory.Hold;
import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.HoldStatus.Abandoned;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Committed;
import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.HoldStatus.Preparing;
import io.nearstock.inventory.HoldStatus.Refused;
import io.nearstock.inventory.HoldStatus.Released;
import io.nearstock.inventory.HoldStatus.Shipped;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Shortage;
import io.nearstock.inventory.StockSteps;
import io.nearstock.inventory.Takings;
import io.nearstock.inventory.Takings.End;
import io.nearstock.inventory.Takings.End.Begun;
import io.nearstock.inventory.Takings.End.Granted;
import io.nearstock.inventory.Takings.End.Missed;
import io.nearstock.inventory.Takings.End.Overtaken;
import io.nearstock.inventory.Takings.End.Withdrawn;
import io.nearstock.inventory.TouchedRows;
import io.nearstock.inventory.Transition.Busy;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Transition.Progress;
import io.nearstock.inventory.Transition.Repetition;
import io.nearstock.inventory.holding.TakeHold.Outcome.Gone;
import io.nearstock.inventory.holding.TakeHold.Outcome.Taken;
import io.nearstock.inventory.holding.TakeHold.Outcome.TakenBefore;
import io.nearstock.inventory.holding.TakeHold.Outcome.TooLittle;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans and takes stock in one go: all of it or nothing. The hold is stored first, with what it is about to take; or, where
 * that is in one row, the row says for which hold it was taken. So whatever happens to this process, somebody else knows
 * what to give back.
 */
@Component
final class TakeHold {

    sealed interface Outcome {

        record Taken(Hold hold) implements Outcome {}

        record TakenBefore(Hold hold) implements Outcome {}

        record TooLittle(List<Shortage> shortages) implements Outcome {}

        record Gone(String code, String detail) implements Outcome {}
    }

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Holds holds;
    private final StockSteps steps;
    private final Takings takings;
    private final TouchedRows touched;
    private final HoldSettings settings;
    private final Clock clock;

    TakeHold(Holds holds, StockSteps steps, Takings takings, TouchedRows touched, HoldSettings settings, Clock clock) {
        this.holds = holds;
        this.steps = steps;
        this.takings = takings;
        this.touched = touched;
        this.settings = settings;
        this.clock = clock;
    }

    /** With an order the hold is claimed by it at once. The same id again gets the same answer. */
    Outcome take(String id, Demand demand, @Nullable String orderId) {
        return take(Hold.asked(id, demand, clock.instant()), orderId);
    }

    private Outcome take(Hold asked, @Nullable String orderId) {
        var hold = asked;
        for (int attempt = 0; attempt < settings.attempts(); attempt++) {
            switch (takings.attempt(hold, orderId)) {
                case Granted(var granted, var step) -> {
                    touched.addForGood(step);
                    return new Taken(granted);
                }
                case End.TooLittle(var shortages) -> {
                    return new TooLittle(shortages);
                }
                case Overtaken() -> {
                    return again(asked, orderId);
                }
                case Begun() -> throw new UnavailableException(SOON);
                case Withdrawn(var late) -> {
                    giveBack(late);
                    return again(late, orderId);
                }
                case Missed(var missed) -> {
                    if (missed.step() != null) {
                        giveBack(missed);
                    }
                    hold = missed;
                }
            }
        }
        if (hold.abandon() instanceof Progress abandoned) {
            holds.save(abandoned);
        }
        throw new UnavailableException(SOON);
    }

    private void giveBack(Hold hold) {
        steps.undo(hold.openStep());
        touched.add(hold.openStep());
    }

    /** Somebody else has begun, ended or given up this hold. */
    private Outcome again(Hold asked, @Nullable String orderId) {
        var hold = holds.find(asked.id()).orElseThrow();
        if (hold.status() instanceof Released) {
            return new Gone("hold_released", "The hold was released before.");
        }
        if (hold.demand().isUnseen()) {
            return heardAtLast(asked, orderId);
        }
        if (!hold.demand().equals(asked.demand())) {
            return new Gone("hold_reused", "The hold was asked for with other lines.");
        }
        return switch (hold.status()) {
            case Abandoned _ -> take(hold, orderId);
            case Preparing _ -> takeOver(hold, orderId);
            case Held _, Claimed _, Committed _, Shipped _ ->
                orderId == null ? new TakenBefore(hold) : claim(hold, orderId);
            case Refused(var shortages) -> new TooLittle(shortages);
            case Expired _ -> new Gone("hold_expired", "The hold has expired.");
            case Released _ -> new Gone("hold_released", "The hold was released before.");
        };
    }

    /** The attempt before left nothing but units in a row, which have been given up without knowing what they were for. */
    private Outcome heardAtLast(Hold asked, @Nullable String orderId) {
        return switch (holds.askedFor(asked.id(), asked.demand())) {
            case Progress _, Contradiction _ -> again(asked, orderId);
            case Repetition _, Busy _ -> throw new UnavailableException(SOON);
        };
    }

    /** Gives the attempt up before its stock goes back, so that it cannot be granted any more. */
    private Outcome takeOver(Hold hold, @Nullable String orderId) {
        if (hold.isLeased(clock.instant())) {
            throw new UnavailableException(SOON);
        }
        if (hold.abandon() instanceof Progress abandoned && holds.save(abandoned)) {
            giveBack(hold);
        }
        return again(hold, orderId);
    }

    private Outcome claim(Hold hold, String orderId) {
        return switch (holds.change(hold.id(), found -> found.claim(orderId, clock.instant()))) {
            case Progress(var _, var claimed) -> new TakenBefore(claimed);
            case Repetition(var claimed) -> new TakenBefore(claimed);
            case Contradiction(var code, var detail) -> new Gone(code, detail);
            case Busy _ -> throw new UnavailableException(SOON);
        };
    }
}
