package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What was ordered, line by line: demand as it was heard of. No customer is in it. */
@Repository
public class OrderedLines {

    private final MongoCollection<OrderedLine> lines;

    OrderedLines(MongoDatabase database) {
        lines = database.getCollection("orderedLines", OrderedLine.class);
        lines.createIndex(ascending("row", "day"));
        lines.createIndex(ascending("orderId"));
        lines.createIndex(ascending("day"));
    }

    /** Adds lines; those that were heard of before stay as they are. */
    public void add(List<OrderedLine> ordered) {
        Duplicates.ignored(lines, ordered);
    }

    /** Orders that had been confirmed and were cancelled. */
    public void cancel(Collection<String> orderIds) {
        if (!orderIds.isEmpty()) {
            lines.updateMany(in("orderId", orderIds), set("cancelled", true));
        }
    }

    /** The lines of some rows from a day on. */
    public List<OrderedLine> of(Collection<String> rows, LocalDate from) {
        return lines.find(and(in("row", rows), gte("day", from))).into(new ArrayList<>());
    }

    /** Whether anybody ever ordered it there. */
    public boolean knows(String row) {
        return lines.find(eq("row", row)).first() != null;
    }

    public void forgetBefore(LocalDate day) {
        lines.deleteMany(lt("day", day));
    }
}
