package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import io.nearstock.inventory.StockOut.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** When rows had nothing to give. Written at a turn only, not at each change of a level. */
@Repository
public class StockOuts {

    private static final int TURNS = 400;

    private final MongoCollection<StockOut> rows;

    StockOuts(MongoDatabase database) {
        rows = database.getCollection("stockOuts", StockOut.class);
    }

    /** What is known of some rows; those that never ran out are not in it. */
    public Map<String, StockOut> of(Collection<String> ids) {
        var found = new HashMap<String, StockOut>();
        rows.find(in("_id", ids)).forEach(row -> found.put(row.id(), row));
        return found;
    }

    /** A row ran out, or has something again; a repetition changes nothing. */
    public void turn(String id, boolean out, Instant at) {
        var turn = new Turn(at, out);
        var other = and(eq("_id", id), eq("out", !out));
        var turned = combine(set("out", out), pushEach("turns", List.of(turn), new PushOptions().slice(-TURNS)));
        if (rows.updateOne(other, turned).getModifiedCount() == 0 && out) {
            Duplicates.inserted(rows, new StockOut(id, true, List.of(turn)));
        }
    }
}
