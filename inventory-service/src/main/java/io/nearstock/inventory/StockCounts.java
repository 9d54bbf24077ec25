package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.inventory.StockCount.Status;
import io.nearstock.inventory.StockCount.Units.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/** Counts in MongoDB, and what their approval does. */
@Repository
public class StockCounts {

    private final MongoCollection<StockCount> counts;
    private final Post post;
    private final CountedSerials serials;

    StockCounts(MongoDatabase database, Post post, CountedSerials serials) {
        this.counts = database.getCollection("counts", StockCount.class);
        this.post = post;
        this.serials = serials;
        counts.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
    }

    public Optional<StockCount> find(String id) {
        return Optional.ofNullable(counts.find(eq("_id", id)).first());
    }

    /** In the order of their ids, which is that of the counting. */
    public List<StockCount> after(String id, int count) {
        return counts.find(gt("_id", id)).sort(ascending("_id")).limit(count).into(new ArrayList<>());
    }

    /** The first of this id stands. */
    public StockCount add(StockCount count) {
        return Duplicates.inserted(counts, count) ? count : find(count.id()).orElseThrow();
    }

    /** Stores what was decided; empty when it had been decided before, or there was nothing to decide. */
    public Optional<StockCount> decide(StockCount decided) {
        var isOpen = and(eq("_id", decided.id()), eq("status", Status.VARIANCE));
        return counts.replaceOne(isOpen, decided).getMatchedCount() == 1
                ? Optional.of(finish(decided))
                : Optional.empty();
    }

    /** Takes up an approval that was begun and not finished. */
    public Optional<StockCount> takeDue(Instant now, Duration lease) {
        var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(
                counts.findOneAndUpdate(lte("nextActionAt", now), set("nextActionAt", now.plus(lease)), options));
    }

    /** Corrects the balances once, whoever asks again. */
    public StockCount finish(StockCount count) {
        return switch (count.status()) {
            case APPROVING -> {
                var certain = count.units() == null ? beCertain(count) : count;
                yield certain.status() == Status.APPROVING ? book(certain) : certain;
            }
            case MATCHING, VARIANCE, APPROVED, REJECTED -> count;
        };
    }

    /** Says once which units come and go, before the first does; two who are at it end with the same. */
    private StockCount beCertain(StockCount count) {
        var units = serials.take(count);
        var isOpen = and(eq("_id", count.id()), eq("status", Status.APPROVING), eq("units", null));
        counts.updateOne(isOpen, set("units", units));
        var certain = find(count.id()).orElseThrow();
        serials.letGoOthers(certain, units);
        return certain;
    }

    private StockCount book(StockCount count) {
        post(count.correction());
        var units = Objects.requireNonNull(count.units());
        var refused = Stream.of(Finding.values())
                .filter(finding -> !post(count.correction(finding, units)))
                .toList();
        var booked = new ArrayList<>(units);
        booked.removeIf(each -> refused.contains(each.finding()));
        units.stream().filter(each -> !booked.contains(each)).forEach(each -> serials.letGo(count, each));
        var approved = count.approved(booked);
        counts.replaceOne(and(eq("_id", count.id()), eq("status", Status.APPROVING)), approved);
        return approved;
    }

    private boolean post(Step step) {
        return step.portions().isEmpty() || post.post(step);
    }
}
