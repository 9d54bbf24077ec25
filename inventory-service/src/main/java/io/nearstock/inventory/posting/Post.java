package io.nearstock.inventory.posting;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.Posting;
import io.nearstock.inventory.Posting.Status;
import io.nearstock.inventory.Postings;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.TouchedRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries out receipts and adjustments: first their record, then the rows, then the record's end. */
@Component
final class Post {

    private static final int POSTINGS_A_ROUND = 50;

    private final Postings postings;
    private final Stock stock;
    private final TouchedRows touched;
    private final HoldSettings settings;
    private final Clock clock;

    Post(Postings postings, Stock stock, TouchedRows touched, HoldSettings settings, Clock clock) {
        this.postings = postings;
        this.stock = stock;
        this.touched = touched;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The same step again, after a crash, is finished and not repeated.
     *
     * @throws UnavailableException while somebody else is at it
     */
    Posting post(Step step, @Nullable Integer expected) {
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

    @Scheduled(fixedDelay = 1000)
    void finishWhatOthersBegan() {
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
        var done = step.kind() == MovementKind.RECEIPT ? receive(step, keptUntil) : adjust(posting, keptUntil);
        var closed = postings.close(posting, done ? Status.ACCEPTED : Status.REFUSED);
        touched.add(step.rows());
        return closed;
    }

    private boolean receive(Step step, @Nullable Instant keptUntil) {
        stock.open(step);
        stock.move(step, keptUntil);
        return true;
    }

    /** What was given up is forbidden before anybody hears so; it might else be done late. */
    private boolean adjust(Posting posting, @Nullable Instant keptUntil) {
        var step = posting.step();
        if (step.portions().getFirst().quantity() > 0) {
            stock.open(step);
        }
        if (stock.adjust(step, posting.expected(), keptUntil)) {
            return true;
        }
        if (keptUntil == null) {
            return false;
        }
        stock.forbid(step, keptUntil);
        stock.keep(step, keptUntil);
        return stock.remembers(step);
    }
}
