package io.nearstock.inventory.ledger;

import static java.util.stream.Collectors.partitioningBy;

import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.inventory.Crossing;
import io.nearstock.inventory.HoldVerdicts;
import io.nearstock.inventory.Ledger;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Movement;
import io.nearstock.inventory.Pending;
import io.nearstock.inventory.Postings;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockReading;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.StockSteps;
import io.nearstock.inventory.TouchedRows.Touched;
import io.nearstock.inventory.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings changed rows to rest: what their owners stand by goes into the ledger, what they gave up goes back, the level
 * is published. Everything may be repeated, here or in another instance.
 */
@Component
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int ROWS_AT_ONCE = 500;
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    /** How long a change is left to the instance that made it. */
    private static final Duration OTHERS_TIME = Duration.ofSeconds(2);

    private final Stock stock;
    private final StockSteps steps;
    private final HoldVerdicts holds;
    private final Postings postings;
    private final Ledger ledger;
    private final Lots lots;
    private final Function<StockRow, CompletableFuture<Void>> levels;
    private final Function<Crossing, OutboxEntry> news;
    private final OutboxRelay relay;
    private final Clock clock;

    Recorder(
            Stock stock,
            StockSteps steps,
            HoldVerdicts holds,
            Postings postings,
            Ledger ledger,
            Lots lots,
            Function<StockRow, CompletableFuture<Void>> levels,
            Function<Crossing, OutboxEntry> news,
            OutboxRelay relay,
            Clock clock) {
        this.stock = stock;
        this.steps = steps;
        this.holds = holds;
        this.postings = postings;
        this.ledger = ledger;
        this.lots = lots;
        this.levels = levels;
        this.news = news;
        this.relay = relay;
        this.clock = clock;
    }

    void record(Touched touched) {
        touched.rows().stream()
                .gather(Gatherers.windowFixed(ROWS_AT_ONCE))
                .forEach(ids -> settle(stock.reading(ids), touched.steps()));
    }

    private void settle(StockReading read, Map<String, Verdict> known) {
        if (!read.unreadable().isEmpty()) {
            LOG.error("rows cannot be read and are left alone: {}", read.unreadable());
            stock.leave(read.unreadable(), clock.instant().plus(LEFT_ALONE));
        }
        try {
            settle(read.rows(), known);
        } catch (BSONException | CodecConfigurationException | ArithmeticException _) {
            read.rows().forEach(row -> settleAlone(row, known));
        }
    }

    /** What is wrong with one row, or with what belongs to it, keeps no other back. */
    private void settleAlone(StockRow row, Map<String, Verdict> known) {
        try {
            settle(List.of(row), known);
        } catch (BSONException | CodecConfigurationException | ArithmeticException damage) {
            LOG.error("row {} cannot be brought to rest and is left alone", row.id(), damage);
            stock.leave(List.of(row.id()), clock.instant().plus(LEFT_ALONE));
        }
    }

    /** Rows that nobody has brought to rest in time, because somebody crashed or had to wait. */
    int recordNeglected() {
        var neglected = stock.neglected(clock.instant(), ROWS_AT_ONCE);
        record(Touched.of(neglected));
        return neglected.size();
    }

    private void settle(List<StockRow> rows, Map<String, Verdict> known) {
        var verdicts = verdicts(rows, known);
        ledger.record(rows.stream()
                .flatMap(row -> row.pending().stream()
                        .filter(pending -> is(Verdict.RECORD, pending, verdicts))
                        .map(pending -> Movement.of(row, pending)))
                .toList());
        rows.stream().filter(StockRow::isLotted).forEach(row -> followLots(row, verdicts));
        var publications = publish(rows);
        rows.forEach(row -> row.pending().stream()
                .filter(pending -> is(Verdict.UNDO, pending, verdicts))
                .forEach(pending -> steps.undo(row.id(), pending)));
        store(rows.stream()
                .map(row -> settlement(row, verdicts, publications.get(row.id())))
                .toList());
    }

    private Settlement settlement(
            StockRow row, Map<String, Verdict> verdicts, @Nullable CompletableFuture<Boolean> publication) {
        var published = publication == null || publication.join();
        return new Settlement(row, verdicts, published, news, clock.instant());
    }

    /** Before the row forgets the movement, so that it is told again after a crash. */
    private void followLots(StockRow row, Map<String, Verdict> verdicts) {
        row.pending().stream()
                .filter(pending -> is(Verdict.RECORD, pending, verdicts))
                .filter(pending -> lots.concerns(row, pending))
                .forEach(pending -> lots.follow(row, Movement.of(row, pending), pending.owner()));
    }

    private static boolean is(Verdict verdict, Pending pending, Map<String, Verdict> verdicts) {
        return !pending.isMark() && verdicts.get(pending.id()) == verdict;
    }

    /** What other instances have just done is left to them: two would only do it twice. */
    private Map<String, Verdict> verdicts(List<StockRow> rows, Map<String, Verdict> known) {
        var late = clock.instant().minus(OTHERS_TIME);
        var open = rows.stream()
                .flatMap(row -> row.pending().stream())
                .filter(pending -> known.get(pending.id()) != Verdict.RECORD)
                .filter(pending ->
                        known.containsKey(pending.id()) || !pending.at().isAfter(late))
                .collect(partitioningBy(pending -> pending.kind().isOfHold()));
        var verdicts = new HashMap<>(known);
        verdicts.putAll(holds.of(open.getOrDefault(true, List.of())));
        verdicts.putAll(postings.verdicts(open.getOrDefault(false, List.of())));
        return verdicts;
    }

    /** By row, which states the broker has; a broker that is away keeps the ledger waiting for a second at most. */
    private Map<String, CompletableFuture<Boolean>> publish(List<StockRow> rows) {
        var publications = new HashMap<String, CompletableFuture<Boolean>>();
        var away = false;
        for (var row : rows) {
            if (row.seq() > row.publishedSeq()) {
                var sent = away
                        ? CompletableFuture.completedFuture(false)
                        : levels.apply(row).handle((_, failure) -> failure == null);
                away = away || (sent.isDone() && !sent.join());
                publications.put(row.id(), sent.completeOnTimeout(false, 1, TimeUnit.SECONDS));
            }
        }
        return publications;
    }

    /** A row that has changed meanwhile keeps its turn; only what is done is taken off it. */
    private void store(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        var unmoved = stock.settle(settlements.stream().map(Settlement::atRest).toList());
        if (unmoved < settlements.size()) {
            stock.settle(settlements.stream().map(Settlement::moving).toList());
        }
        settlements.stream().filter(Settlement::isNews).forEach(each -> relay.nudge("stock", each.row()));
    }
}
