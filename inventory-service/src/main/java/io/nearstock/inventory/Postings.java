package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.inventory.Posting.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Receipts and adjustments in MongoDB, for ever. */
@Repository
public class Postings {

    private static final FindOneAndUpdateOptions RETURN_AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    /** What decides about a posting's step. */
    public record Standing(@BsonId String id, Status status) {}

    private final MongoCollection<Posting> postings;

    Postings(MongoDatabase database) {
        postings = database.getCollection("postings", Posting.class);
        postings.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
    }

    /** False when it was begun before. */
    public boolean add(Posting posting) {
        return Duplicates.inserted(postings, posting);
    }

    public Optional<Posting> find(String id) {
        return Optional.ofNullable(postings.find(eq("_id", id)).first());
    }

    /** Empty for whoever has lost the lease: the next owner has the word. */
    public Optional<Posting> close(Posting posting, Status status) {
        var mine = and(eq("_id", posting.id()), eq("status", Status.OPEN), eq("nextActionAt", posting.nextActionAt()));
        return Optional.ofNullable(
                postings.findOneAndUpdate(mine, combine(set("status", status), unset("nextActionAt")), RETURN_AFTER));
    }

    /** Takes one that was begun and not finished; for the length of the lease nobody else gets it. */
    public Optional<Posting> takeDue(Instant now, Duration lease) {
        return take(lte("nextActionAt", now), now, lease);
    }

    /** The same for a certain one. */
    public Optional<Posting> takeOver(Posting posting, Instant now, Duration lease) {
        return take(and(eq("_id", posting.id()), lte("nextActionAt", now)), now, lease);
    }

    private Optional<Posting> take(Bson due, Instant now, Duration lease) {
        var options =
                new FindOneAndUpdateOptions().sort(ascending("nextActionAt")).returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(postings.findOneAndUpdate(due, set("nextActionAt", now.plus(lease)), options));
    }

    /** What the postings say about changes that rows remember, by the steps' ids. */
    public Map<String, Verdict> verdicts(Collection<Pending> pending) {
        if (pending.isEmpty()) {
            return Map.of();
        }
        var verdicts = new HashMap<String, Verdict>();
        pending.forEach(each -> verdicts.put(each.id(), Verdict.WAIT));
        postings.withDocumentClass(Standing.class)
                .find(in("_id", verdicts.keySet()))
                .projection(include("status"))
                .forEach(standing -> verdicts.put(standing.id(), verdict(standing.status())));
        return verdicts;
    }

    private static Verdict verdict(Status status) {
        return switch (status) {
            case OPEN -> Verdict.WAIT;
            case ACCEPTED -> Verdict.RECORD;
            case REFUSED -> Verdict.UNDO;
        };
    }
}
