package io.nearstock.inventory.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOneModel;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.Crossing;
import io.nearstock.inventory.Pending;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.Supply;
import io.nearstock.inventory.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What one write takes off a row once its changes are in the ledger and its state is published. */
final class Settlement {

    /** How long a row is left alone that waits for its owners, or for the broker. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final StockRow row;
    private final boolean published;
    private final List<String> done;
    private final @Nullable Instant nextActionAt;
    private final Optional<Crossing> crossing;
    private final Function<Crossing, OutboxEntry> news;
    private final Instant now;

    Settlement(
            StockRow row,
            Map<String, Verdict> verdicts,
            boolean published,
            Function<Crossing, OutboxEntry> news,
            Instant now) {
        this.row = row;
        this.published = published;
        this.news = news;
        this.now = now;
        this.crossing = Crossing.of(row, now);
        Predicate<Pending> isDecided = pending -> pending.isMark() || verdicts.get(pending.id()) == Verdict.RECORD;
        this.done = row.pending().stream()
                .filter(isDecided)
                .filter(pending -> !pending.isKeptAt(now))
                .map(Pending::id)
                .toList();
        this.nextActionAt = next(isDecided);
    }

    String row() {
        return row.id();
    }

    boolean isNews() {
        return crossing.flatMap(Crossing::news).isPresent();
    }

    /** Soon for what its owner has not decided, even where it is kept long: nobody may tell this row of the decision. */
    private @Nullable Instant next(Predicate<Pending> isDecided) {
        var again = now.plus(PAUSE);
        var next = published ? null : again;
        for (var pending : row.pending()) {
            if (!done.contains(pending.id())) {
                var due = isDecided.test(pending) ? Objects.requireNonNull(pending.keptUntil()) : again;
                next = next == null || due.isBefore(next) ? due : next;
            }
        }
        return next;
    }

    /** Only the state that stands still is news: the same write that tells of it remembers that it was told. */
    UpdateOneModel<StockRow> atRest() {
        var changes = changes(set("publishedSeq", row.seq()));
        changes.add(nextActionAt == null ? unset("nextActionAt") : set("nextActionAt", nextActionAt));
        crossing.ifPresent(crossed -> tell(crossed, changes));
        return new UpdateOneModel<>(and(eq("_id", row.id()), eq("seq", row.seq())), combine(changes));
    }

    private void tell(Crossing crossed, List<Bson> changes) {
        changes.add(set("supply", crossed.to()));
        changes.add(crossed.to() == Supply.SHORT ? set("shortSince", now) : unset("shortSince"));
        crossed.news().ifPresent(_ -> changes.add(push("outbox", news.apply(crossed))));
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
