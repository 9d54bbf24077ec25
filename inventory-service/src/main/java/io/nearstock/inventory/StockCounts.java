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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Counts in MongoDB, and what their approval does. */
@Repository
public class StockCounts {

    private final MongoCollection<StockCount> counts;
    private final Post post;

    StockCounts(MongoDatabase database, Post post) {
        this.counts = database.getCollection("counts", StockCount.class);
        this.post = post;
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
                post.post(count.correction());
                var approved = count.approved();
                counts.replaceOne(and(eq("_id", count.id()), eq("status", Status.APPROVING)), approved);
                yield approved;
            }
            case MATCHING, VARIANCE, APPROVED, REJECTED -> count;
        };
    }
}
