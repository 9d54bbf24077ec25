package io.nearstock.inventory;

import static java.util.function.Predicate.not;

import io.nearstock.inventory.HandedRows.Known;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Attempts to take what holds ask for: planned, stored with the hold, taken from the rows, granted. What one row has is
 * taken first and the hold stored once, granted: until then the row's memory is all there is of it. First attempts at the
 * same product travel the whole way together, by one command a stage; who comes meanwhile gathers for the next journey.
 */
@Component
public final class Takings {

    /** How an attempt ended. */
    public sealed interface End {

        /** The stock is taken by a step that stands, and the hold says so. */
        record Granted(Hold hold, Step step) implements End {}

        /** There was not enough, and the hold says so. */
        record TooLittle(List<Shortage> shortages) implements End {}

        /** Somebody else has begun, ended or given up this hold; nothing was taken. */
        record Overtaken() implements End {}

        /** Some row was taken for this hold by somebody who has not stored it yet, and may never; nothing was taken. */
        record Begun() implements End {}

        /** Some of the stock was gone when it came to be taken; what was taken, if there is a step, must go back. */
        record Missed(Hold hold) implements End {}

        /** Somebody else has ended or given up this hold meanwhile; what was taken must go back. */
        record Withdrawn(Hold hold) implements End {}
    }

    private final Stock stock;
    private final Planner planner;
    private final Holds holds;
    private final StockSteps steps;
    private final HoldSettings settings;
    private final Clock clock;
    private final Combiner<Attempt, End> journeys;
    private final HandedRows handed = new HandedRows();
    private final String process = Long.toString(new SecureRandom().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    private final AtomicLong attempts = new AtomicLong();

    Takings(
            Stock stock,
            Planner planner,
            Holds holds,
            StockSteps steps,
            HoldSettings settings,
            Patience patience,
            Clock clock) {
        this.stock = stock;
        this.planner = planner;
        this.holds = holds;
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
        this.journeys = new Combiner<>(patience, this::travel);
    }

    /** With an order the hold is claimed by it at once. */
    public End attempt(Hold hold, @Nullable String orderId) {
        var attempt = new Attempt(hold, orderId, process + "." + attempts.incrementAndGet());
        var skus = attempt.skus();
        return attempt.isFirst() && skus.size() == 1
                ? journeys.ask(skus.iterator().next(), attempt)
                : travel(List.of(attempt)).getFirst();
    }

    /** Attempts at the same products. */
    private List<End> travel(List<Attempt> attempts) {
        var now = clock.instant();
        var skus = attempts.getFirst().skus();
        var known = plan(attempts, handed.of(skus, () -> stock.of(skus)), now);
        var atOnce = attempts.stream().filter(Attempt::isAtOnce).toList();
        var prepared = attempts.stream().filter(not(Attempt::isAtOnce)).toList();
        var refused = attempts.stream().filter(Attempt::isRefused).toList();
        go(first(refused), Attempt::id, holds::areUnknown, Attempt::isUnknown);
        lookAgain(refused, known.rows(), now);
        go(prepared, Attempt::next, holds::begin, Attempt::began);
        go(attempts, Attempt::taking, steps::take, Attempt::took);
        go(atOnce.stream().filter(Attempt::isInDoubt).toList(), Attempt::id, holds::areUnknown, Attempt::isUnknown);
        go(atOnce, Attempt::next, holds::grantAtOnce, Attempt::granted);
        handOver(skus, attempts, known);
        go(prepared, Attempt::next, holds::grant, Attempt::granted);
        return attempts.stream().map(Attempt::end).toList();
    }

    /** What was handed over serves only those who need nothing but one row of it. */
    private Known plan(List<Attempt> attempts, Known known, Instant now) {
        attempts.forEach(attempt -> attempt.plan(planner, known.rows(), now, settings));
        return known.isRead() || attempts.stream().allMatch(Attempt::isAtOnce)
                ? known
                : plan(
                        attempts,
                        HandedRows.read(() -> stock.of(attempts.getFirst().skus())),
                        now);
    }

    private void handOver(Set<String> skus, List<Attempt> attempts, Known known) {
        var sku = skus.iterator().next();
        if (attempts.stream().allMatch(Attempt::isGrantedAtOnce) && journeys.isAwaited(sku)) {
            handed.handOver(
                    sku,
                    known,
                    attempts.stream()
                            .flatMap(attempt -> attempt.taken().stream())
                            .toList());
        }
    }

    private static List<Attempt> first(List<Attempt> attempts) {
        return attempts.stream().filter(Attempt::isFirst).toList();
    }

    /** Nobody is refused what goes back as soon as whoever took it has seen that he need not. */
    private void lookAgain(List<Attempt> refused, List<StockRow> rows, Instant now) {
        var underWay = refused.stream().filter(Attempt::isUnderWay).toList();
        if (underWay.isEmpty() || rows.isEmpty()) {
            return;
        }
        var seen = stock.rows(rows.stream().map(StockRow::id).toList());
        var someGoesBack = holds.someGoesBack(seen);
        underWay.forEach(attempt -> attempt.lookAgain(planner, seen, someGoesBack, now));
    }

    /** Brings those that are still under way one stage further. */
    private static <T> void go(
            List<Attempt> attempts,
            Function<Attempt, T> wish,
            Function<List<T>, List<Boolean>> stage,
            BiConsumer<Attempt, Boolean> outcome) {
        var underWay = attempts.stream().filter(Attempt::isUnderWay).toList();
        if (!underWay.isEmpty()) {
            var outcomes = stage.apply(underWay.stream().map(wish).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                outcome.accept(underWay.get(i), outcomes.get(i));
            }
        }
    }
}
