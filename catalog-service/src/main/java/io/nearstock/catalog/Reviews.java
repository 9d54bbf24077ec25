package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnknownIdException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The reviews in MongoDB, each with what is to be announced of it, and with who found it helpful. */
@Repository
public class Reviews {

    static final String COLLECTION = "reviews";

    private static final int MOST_STARS = 5;

    private final MongoCollection<Review> reviews;
    private final Function<Review, OutboxEntry> announcements;
    private final OutboxRelay relay;

    Reviews(MongoDatabase database, Function<Review, OutboxEntry> announcements, OutboxRelay relay) {
        this.reviews = database.getCollection(COLLECTION, Review.class);
        this.announcements = announcements;
        this.relay = relay;
        reviews.createIndex(ascending("orderId", "productId"), new IndexOptions().unique(true));
        reviews.createIndex(ascending("productId", "status"));
        reviews.createIndex(ascending("status"));
        reviews.createIndex(ascending("opinion.text"));
    }

    public Review of(String productId, String id) {
        return find(id).filter(review -> review.productId().equals(productId))
                .orElseThrow(() -> new UnknownIdException(id));
    }

    public Optional<Review> find(String id) {
        return Optional.ofNullable(reviews.find(eq("_id", id)).first());
    }

    public Optional<Review> ofOrder(String orderId, String productId) {
        return Optional.ofNullable(reviews.find(and(eq("orderId", orderId), eq("productId", productId)))
                .first());
    }

    /** The newest first, from behind this id on. */
    public List<Review> published(String productId, Optional<String> after, int limit) {
        return list(and(eq("productId", productId), eq("status", ReviewStatus.PUBLISHED)), after, limit);
    }

    /** The newest first, from behind this id on. */
    public List<Review> withStatus(ReviewStatus status, Optional<String> after, int limit) {
        return list(eq("status", status), after, limit);
    }

    private List<Review> list(Bson which, Optional<String> after, int limit) {
        var behind = after.map(id -> lt("_id", id)).orElseGet(Filters::empty);
        return reviews.find(and(which, behind))
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Whether somebody has said exactly this elsewhere. */
    public boolean isSaidElsewhere(String text, String id) {
        return reviews.find(and(eq("opinion.text", text), ne("_id", id))).first() != null;
    }

    /** Stores a new review; false, and nothing is stored, when this order has one of this product. */
    public boolean add(Review review) {
        var document = combine(
                setOnInsert(BsonDocumentWrapper.asBsonDocument(review, reviews.getCodecRegistry())),
                setOnInsert("outbox", List.of(announcements.apply(review))));
        var one = and(eq("orderId", review.orderId()), eq("productId", review.productId()));
        var added = reviews.updateOne(one, document, new UpdateOptions().upsert(true));
        relay.nudge(COLLECTION, review.id());
        return added.getUpsertedId() != null;
    }

    /** Stores the next version; false when somebody else changed the review first. */
    public boolean save(Review next) {
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        var change = combine(
                set("opinion", next.opinion()),
                set("status", next.status()),
                set("flags", next.flags()),
                set("note", next.note()),
                set("history", next.history()),
                set("changedAt", next.changedAt()),
                set("version", next.version()),
                push("outbox", announcements.apply(next)));
        var saved = reviews.updateOne(unchanged, change).getModifiedCount() == 1;
        relay.nudge(COLLECTION, next.id());
        return saved;
    }

    /** Counts somebody who found it helpful, once, and never its author. */
    public void praise(Review review, String accountId) {
        var first = and(eq("_id", review.id()), ne("authorId", accountId), ne("praisedBy", accountId));
        reviews.updateOne(first, combine(inc("helpful", 1L), addToSet("praisedBy", accountId)));
    }

    /** Counts the stars of what is published. */
    public Rating tally(String productId) {
        var counts = new Integer[MOST_STARS];
        Arrays.fill(counts, 0);
        reviews.find(and(eq("productId", productId), eq("status", ReviewStatus.PUBLISHED)))
                .forEach(review -> counts[review.opinion().rating() - 1]++);
        return new Rating(List.of(counts));
    }
}
