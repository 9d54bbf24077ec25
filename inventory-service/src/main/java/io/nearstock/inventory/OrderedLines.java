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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** What was ordered, line by line: demand as it was heard of. No customer is in it. */
@Repository
public class OrderedLines {

    /** How many orders of a day a hub is to send. */
    record DayLoad(String hubId, LocalDate day, int orders) {}

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

    /** Orders that stand, by hub and day. */
    List<DayLoad> loads(LocalDate from) {
        var orders = new HashMap<DayLoad, Set<String>>();
        lines.find(and(gte("day", from), eq("cancelled", false)))
                .forEach(line -> orders.computeIfAbsent(new DayLoad(line.hubId(), line.day(), 0), _ -> new HashSet<>())
                        .add(line.orderId()));
        return orders.entrySet().stream()
                .map(each -> new DayLoad(
                        each.getKey().hubId(),
                        each.getKey().day(),
                        each.getValue().size()))
                .toList();
    }

    /** Whether anybody ever ordered it there. */
    public boolean knows(String row) {
        return lines.find(eq("row", row)).first() != null;
    }

    public void forgetBefore(LocalDate day) {
        lines.deleteMany(lt("day", day));
    }
}
