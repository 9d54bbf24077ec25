package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.Posting.Consignment;
import io.nearstock.inventory.Posting.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    private final Lots lots;
    private final SerialClaims serials;
    private final TouchedRows touched;
    private final HoldSettings settings;
    private final Clock clock;

    Post(
            Postings postings,
            Stock stock,
            StockSteps steps,
            Lots lots,
            SerialClaims serials,
            TouchedRows touched,
            HoldSettings settings,
            Clock clock) {
        this.postings = postings;
        this.stock = stock;
        this.steps = steps;
        this.lots = lots;
        this.serials = serials;
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
        return post(Posting.open(step, expected, null, settings.lease()));
    }

    /** A receipt or a return of which some is of known lots. */
    public Posting receive(Step step, List<Consignment> consignments) {
        return post(Posting.open(step, null, consignments.isEmpty() ? null : consignments, settings.lease()));
    }

    private Posting post(Posting posting) {
        var done = postings.add(posting)
                ? finish(posting, null)
                : again(postings.find(posting.id()).orElseThrow());
        return done.or(() -> postings.find(posting.id()).filter(known -> known.status() != Status.OPEN))
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
        var done = step.kind().isFact() ? happen(posting, keptUntil) : adjust(posting, keptUntil);
        var closed = postings.close(posting, done ? Status.ACCEPTED : Status.REFUSED);
        touched.add(step);
        return closed;
    }

    private boolean happen(Posting posting, @Nullable Instant keptUntil) {
        var step = posting.step();
        stock.open(step);
        var consignments = posting.consignments();
        if (consignments != null) {
            bookLots(step, consignments);
        }
        if (step.kind().bringsGoods()) {
            serials.enter(step);
        }
        steps.move(step, keptUntil);
        return true;
    }

    /** The lots are known before their units can be taken. */
    private void bookLots(Step step, List<Consignment> consignments) {
        var bySku = consignments.stream().collect(groupingBy(Consignment::sku));
        var lotted = step.portions().stream()
                .filter(portion -> bySku.containsKey(portion.sku()))
                .toList();
        stock.haveLots(lotted.stream().map(Portion::row).toList());
        lotted.forEach(portion -> bookLots(step, portion, Objects.requireNonNull(bySku.get(portion.sku()))));
    }

    private void bookLots(Step step, Portion portion, List<Consignment> consignments) {
        if (step.kind().isReturn()) {
            lots.putBack(step, portion, consignments);
        } else {
            var delivered =
                    consignments.stream().map(each -> each.of(step.id())).toList();
            lots.receive(portion.sku(), portion.hubId(), delivered);
        }
    }

    /** Units that were found come in when it is sure that they are wanted. */
    private boolean adjust(Posting posting, @Nullable Instant keptUntil) {
        var step = posting.step();
        if (!step.comesFromOutside()) {
            return change(posting, keptUntil);
        }
        stock.open(step);
        var done = change(posting, keptUntil);
        if (done) {
            serials.enter(step);
        }
        return done;
    }

    /** What was given up is forbidden before anybody hears so; it might else be done late. */
    private boolean change(Posting posting, @Nullable Instant keptUntil) {
        var step = posting.step();
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
