package io.nearstock.inventory;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Posting.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries out what people and other steps order of stock: first its record, then the rows, then the record's end. */
@Component
public final class Post {

    private static final int POSTINGS_A_ROUND = 50;

    private final Postings postings;
    private final Stock stock;
    private final StockSteps steps;
    private final TouchedRows touched;
    private final HoldSettings settings;
    private final Clock clock;

    Post(Postings postings, Stock stock, StockSteps steps, TouchedRows touched, HoldSettings settings, Clock clock) {
        this.postings = postings;
        this.stock = stock;
        this.steps = steps;
        this.touched = touched;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The same step again, after a crash, is finished and not repeated.
     *
     * @throws UnavailableException while somebody else is at it
     */
    public Posting post(Step step, @Nullable Integer expected) {
        var posting = Posting.open(step, expected, settings.lease());
        var done = postings.add(posting)
                ? finish(posting, null)
                : again(postings.find(posting.id()).orElseThrow());
        return done.or(() -> postings.find(step.id()).filter(known -> known.status() != Status.OPEN))
                .orElseThrow(() -> new UnavailableException(Duration.ofSeconds(1)));
    }

    private Optional<Posting> again(Posting begun) {
        return begun.status() == Status.OPEN
                ? postings.takeOver(begun, clock.instant(), settings.lease()).flatMap(this::resume)
                : Optional.of(begun);
    }

    private Optional<Posting> resume(Posting taken) {
        return finish(taken, clock.instant().plus(settings.fence()));
    }

    /** The same for what no value was expected of; true when it was accepted. */
    public boolean post(Step step) {
        return post(step, null).status() == Status.ACCEPTED;
    }

    @Scheduled(fixedDelay = 1000)
    public void finishWhatOthersBegan() {
        for (int round = 0; round < POSTINGS_A_ROUND; round++) {
            var due = postings.takeDue(clock.instant(), settings.lease());
            if (due.isEmpty()) {
                return;
            }
            resume(due.get());
        }
    }

    private Optional<Posting> finish(Posting posting, @Nullable Instant keptUntil) {
        var step = posting.step();
        var done = step.kind().isFact() ? happen(step, keptUntil) : adjust(posting, keptUntil);
        var closed = postings.close(posting, done ? Status.ACCEPTED : Status.REFUSED);
        touched.add(step.rows());
        return closed;
    }

    private boolean happen(Step step, @Nullable Instant keptUntil) {
        stock.open(step);
        steps.move(step, keptUntil);
        return true;
    }

    /** What was given up is forbidden before anybody hears so; it might else be done late. */
    private boolean adjust(Posting posting, @Nullable Instant keptUntil) {
        var step = posting.step();
        if (step.comesFromOutside()) {
            stock.open(step);
        }
        if (steps.adjust(step, posting.expected(), keptUntil)) {
            return true;
        }
        if (keptUntil == null) {
            return false;
        }
        steps.forbid(step, keptUntil);
        steps.keep(step, keptUntil);
        return steps.remembers(step);
    }
}
