package io.nearstock.inventory.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOneModel;
import io.nearstock.inventory.Holds;
import io.nearstock.inventory.Ledger;
import io.nearstock.inventory.Movement;
import io.nearstock.inventory.Pending;
import io.nearstock.inventory.Postings;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings changed rows to rest: what their owners stand by goes into the ledger, what they gave up goes back, the level
 * is published. Everything may be repeated, here or in another instance.
 */
@Component
final class Recorder {

    /** How long a row is left alone that waits for its owners, or for the broker. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int ROWS_AT_ONCE = 500;

    private final Stock stock;
    private final Holds holds;
    private final Postings postings;
    private final Ledger ledger;
    private final Function<StockRow, CompletableFuture<Void>> levels;
    private final Clock clock;

    Recorder(
            Stock stock,
            Holds holds,
            Postings postings,
            Ledger ledger,
            Function<StockRow, CompletableFuture<Void>> levels,
            Clock clock) {
        this.stock = stock;
        this.holds = holds;
        this.postings = postings;
        this.ledger = ledger;
        this.levels = levels;
        this.clock = clock;
    }

    void record(Collection<String> touched) {
        touched.stream().gather(Gatherers.windowFixed(ROWS_AT_ONCE)).forEach(ids -> settle(stock.rows(ids)));
    }

    /** Rows that nobody has brought to rest in time, because somebody crashed or had to wait. */
    int recordNeglected() {
        var neglected = stock.neglected(clock.instant(), ROWS_AT_ONCE);
        record(neglected);
        return neglected.size();
    }

    private void settle(List<StockRow> rows) {
        var verdicts = verdicts(rows);
        ledger.record(rows.stream()
                .flatMap(row -> row.pending().stream()
                        .filter(pending -> is(Verdict.RECORD, pending, verdicts))
                        .map(pending -> Movement.of(row, pending)))
                .toList());
        var publications = publish(rows);
        rows.forEach(row -> row.pending().stream()
                .filter(pending -> is(Verdict.UNDO, pending, verdicts))
                .forEach(pending -> stock.undo(row.id(), pending)));
        store(rows.stream()
                .map(row -> new Settlement(row, verdicts, publications.get(row.id()), clock.instant()))
                .toList());
    }

    private static boolean is(Verdict verdict, Pending pending, Map<String, Verdict> verdicts) {
        return !pending.isMark() && verdicts.get(pending.id()) == verdict;
    }

    private Map<String, Verdict> verdicts(List<StockRow> rows) {
        var pending = rows.stream().flatMap(row -> row.pending().stream()).toList();
        var verdicts = new HashMap<String, Verdict>();
        verdicts.putAll(holds.verdicts(
                pending.stream().filter(each -> each.kind().isOfHold()).toList()));
        verdicts.putAll(postings.verdicts(
                pending.stream().filter(each -> !each.kind().isOfHold()).toList()));
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
    }

    private static final class Settlement {

        private final StockRow row;
        private final boolean published;
        private final List<String> done;
        private final @Nullable Instant nextActionAt;
        private final Instant now;

        Settlement(
                StockRow row,
                Map<String, Verdict> verdicts,
                @Nullable CompletableFuture<Boolean> publication,
                Instant now) {
            this.row = row;
            this.published = publication == null || publication.join();
            this.now = now;
            Predicate<Pending> isDone = pending ->
                    !pending.isKeptAt(now) && (pending.isMark() || verdicts.get(pending.id()) == Verdict.RECORD);
            this.done = row.pending().stream().filter(isDone).map(Pending::id).toList();
            this.nextActionAt =
                    next(row.pending().stream().filter(isDone.negate()).toList());
        }

        private @Nullable Instant next(List<Pending> rest) {
            var again = now.plus(PAUSE);
            var next = published ? null : again;
            for (var pending : rest) {
                var due = pending.keptUntil() != null && pending.isKeptAt(now) ? pending.keptUntil() : again;
                next = next == null || due.isBefore(next) ? due : next;
            }
            return next;
        }

        UpdateOneModel<StockRow> atRest() {
            var changes = changes(set("publishedSeq", row.seq()));
            changes.add(nextActionAt == null ? unset("nextActionAt") : set("nextActionAt", nextActionAt));
            return new UpdateOneModel<>(and(eq("_id", row.id()), eq("seq", row.seq())), combine(changes));
        }

        UpdateOneModel<StockRow> moving() {
            var changes = changes(max("publishedSeq", row.seq()));
            changes.add(set("nextActionAt", now.plus(PAUSE)));
            return new UpdateOneModel<>(and(eq("_id", row.id()), gt("seq", row.seq())), combine(changes));
        }

        /** An entry that somebody has begun to keep since it was read stays. */
        private List<Bson> changes(Bson publication) {
            var changes = new ArrayList<Bson>();
            if (published) {
                changes.add(publication);
            }
            if (!done.isEmpty()) {
                var settled = new Document("id", new Document("$in", done))
                        .append("keptUntil", new Document("$not", new Document("$gt", now)));
                changes.add(pull("pending", settled));
            }
            return changes;
        }
    }
}
