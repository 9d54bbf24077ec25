package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.nearstock.inventory.Pick.Back;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which lots movements took, in MongoDB, and what came back of them; the latest of a row may still be in its book alone. */
@Repository
class Picks {

    private static final int ATTEMPTS = 50;

    private final MongoCollection<Pick> picks;

    Picks(MongoDatabase database) {
        picks = database.getCollection("picks", Pick.class);
        picks.createIndex(ascending("sku", "parts.lot"));
        picks.createIndex(ascending("orderId"), new IndexOptions().sparse(true));
    }

    List<Pick> of(String sku, String lot) {
        return picks.find(and(eq("sku", sku), eq("parts.lot", lot))).into(new ArrayList<>());
    }

    List<Pick> of(Collection<String> movements) {
        return picks.find(in("_id", movements)).into(new ArrayList<>());
    }

    List<Pick> forOrder(String orderId, String sku) {
        return picks.find(and(eq("orderId", orderId), eq("sku", sku))).into(new ArrayList<>());
    }

    Optional<Pick> find(String movement) {
        return Optional.ofNullable(picks.find(eq("_id", movement)).first());
    }

    /** Stores what is not stored yet. */
    void keep(List<Pick> fresh) {
        Duplicates.ignored(picks, fresh);
    }

    /** Notes what came back of a pick; the same id again gets the same answer, and no unit comes back twice. */
    Back bringBack(Pick known, String id, @Nullable String lot, int quantity) {
        keep(List.of(known));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var pick = of(List.of(known.id())).getFirst();
            var before = pick.broughtBackBy(id);
            var back = before.orElseGet(() -> pick.bringingBack(id, lot, quantity));
            if (before.isPresent() || back.parts().isEmpty() || save(pick, back)) {
                return back;
            }
        }
        throw new IllegalStateException("more comes back of " + known.id() + " than can be booked");
    }

    private boolean save(Pick pick, Back back) {
        var unchanged = and(eq("_id", pick.id()), eq("revision", pick.revision()));
        return picks.updateOne(unchanged, combine(push("back", back), inc("revision", 1)))
                        .getMatchedCount()
                == 1;
    }
}
