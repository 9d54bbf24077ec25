package io.nearstock.catalog.quality.watch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.nearstock.catalog.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** What reviews say, in MongoDB, a document each. */
@Repository
class Readings {

    private final MongoCollection<Reading> readings;

    Readings(MongoDatabase database) {
        readings = database.getCollection("readings", Reading.class);
        readings.createIndex(ascending("productId", "published"));
        readings.createIndex(ascending("category", "counted", "low"));
    }

    /** Keeps the reading of a review's latest version; whether it was counted stays. */
    void keep(Reading reading) {
        try {
            readings.insertOne(reading);
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
            replace(reading);
        }
    }

    private void replace(Reading reading) {
        var older = and(eq("_id", reading.reviewId()), lt("version", reading.version()));
        var change = combine(
                set("low", reading.low()),
                set("published", reading.published()),
                set("mentions", reading.mentions()),
                set("version", reading.version()));
        readings.updateOne(older, change);
    }

    Reading of(String reviewId) {
        return Objects.requireNonNull(readings.find(eq("_id", reviewId)).first(), reviewId);
    }

    /** Says where its goods came from; what is known later counts. */
    void locate(String reviewId, Origin origin) {
        readings.updateOne(eq("_id", reviewId), set("origin", origin));
    }

    void markCounted(String reviewId, Subject subject) {
        var change = subject.isProduct() ? set("counted", true) : addToSet("countedFor", subject.id());
        readings.updateOne(eq("_id", reviewId), change);
    }

    /** The newest of what is published. */
    List<Reading> latest(String productId, int limit) {
        return latest(and(eq("productId", productId), eq("published", true)), limit);
    }

    /** The newest low ones of what is published. */
    List<Reading> latestLow(Subject subject, int limit) {
        var which =
                new ArrayList<>(List.of(eq("productId", subject.productId()), eq("published", true), eq("low", true)));
        if (subject.lot() != null) {
            which.add(eq("origin.lot", subject.lot()));
        }
        if (subject.supplierId() != null) {
            which.add(eq("origin.supplierId", subject.supplierId()));
        }
        return latest(and(which), limit);
    }

    private List<Reading> latest(Bson which, int limit) {
        return readings.find(which).sort(Sorts.descending("_id")).limit(limit).into(new ArrayList<>());
    }

    /** All reviews of this category that were ever counted. */
    Tally tally(String category) {
        var counted = and(eq("category", category), eq("counted", true));
        return new Tally(readings.countDocuments(counted), readings.countDocuments(and(counted, eq("low", true))));
    }
}
