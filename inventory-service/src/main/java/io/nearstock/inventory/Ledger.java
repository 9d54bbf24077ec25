package io.nearstock.inventory;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Every movement there ever was; a row's movements add up to its balances. */
@Repository
public class Ledger {

    /** What a row's movements of one kind come to. */
    public record Sum(String row, MovementKind kind, int quantity, int movements) {}

    private final MongoCollection<Movement> movements;

    Ledger(MongoDatabase database) {
        movements = database.getCollection("movements", Movement.class);
        movements.createIndex(compoundIndex(ascending("sku"), descending("at", "_id")));
        movements.createIndex(ascending("row"));
    }

    /** Adds movements; those that are in the ledger already stay as they are. */
    public void record(List<Movement> recorded) {
        Duplicates.ignored(movements, recorded);
    }

    /**
     * A product's movements, the latest first.
     *
     * @param before where the page before ended, if there was one
     * @param id of the movement that it ended with
     */
    public List<Movement> of(String sku, @Nullable Instant before, String id, int count) {
        Bson older = before == null ? new Document() : or(lt("at", before), and(eq("at", before), lt("_id", id)));
        return movements
                .find(and(eq("sku", sku), older))
                .sort(descending("at", "_id"))
                .limit(count)
                .into(new ArrayList<>());
    }

    /** What the movements of some rows come to, but for the excepted ones. */
    public List<Sum> sums(Collection<String> rows, Collection<String> exceptedIds) {
        var sums = new ArrayList<Sum>();
        var chosen = exceptedIds.isEmpty() ? in("row", rows) : and(in("row", rows), nin("_id", exceptedIds));
        var key = new Document("row", "$row").append("kind", "$kind");
        var stages = List.of(match(chosen), group(key, sum("quantity", "$quantity"), sum("movements", 1)));
        movements.aggregate(stages, Document.class).forEach(found -> sums.add(read(found)));
        return sums;
    }

    private static Sum read(Document found) {
        var key = found.get("_id", Document.class);
        return new Sum(
                key.getString("row"),
                MovementKind.valueOf(key.getString("kind")),
                Math.toIntExact(found.get("quantity", Number.class).longValue()),
                found.get("movements", Number.class).intValue());
    }
}
