package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.nearstock.inventory.HoldStatus.Committed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Repository;

/** Holds that took more of some rows than there was, and still hold some of it. */
@Repository
public class WaitingHolds {

    private static final String COMMITTED = new Committed("").name();

    private final MongoCollection<Hold> holds;

    WaitingHolds(MongoDatabase database) {
        holds = database.getCollection("holds", Hold.class);
        holds.createIndex(ascending("allotment.waitsFor"), new IndexOptions().sparse(true));
    }

    List<Hold> of(String row) {
        return holds.find(eq("allotment.waitsFor", row)).into(new ArrayList<>()).stream()
                .filter(hold ->
                        hold.allotment().granted() != null && hold.allotment().leftAt(row) > 0)
                .toList();
    }

    /** Hands over those of confirmed orders, some at a time. */
    public void committed(int atOnce, Consumer<List<Hold>> work) {
        var waiting = and(exists("allotment.waitsFor"), eq("status.name", COMMITTED));
        var page = new ArrayList<Hold>();
        try (var cursor = holds.find(waiting).batchSize(atOnce).cursor()) {
            while (cursor.hasNext()) {
                page.add(cursor.next());
                if (page.size() == atOnce || !cursor.hasNext()) {
                    work.accept(List.copyOf(page));
                    page.clear();
                }
            }
        }
    }
}
