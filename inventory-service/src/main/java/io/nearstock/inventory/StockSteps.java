package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import io.nearstock.chassis.web.Sabotage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Changes stock rows. A row changes by one conditional update that alters its balances and remembers, among its pending
 * entries, by which step; so a step that is repeated finds itself done.
 */
@Component
public class StockSteps {

    private static final int ROWS_A_COMMAND = 1000;

    private final MongoCollection<StockRow> rows;
    private final boolean unconditional;

    StockSteps(MongoDatabase database, Environment environment) {
        unconditional = Sabotage.of(environment, "stock-condition");
        rows = database.getCollection("stock", StockRow.class);
    }

    /** Takes holds' portions; false for each of which some row had too little, and then {@link #undo} is due. */
    List<Boolean> take(List<Taking> takings) {
        var taken = new HashSet<Step>();
        takings.stream()
                .collect(groupingBy(Taking::place, LinkedHashMap::new, toList()))
                .forEach((_, group) -> taken.addAll(takeTogether(group)));
        return takings.stream().map(taking -> taken.contains(taking.step())).toList();
    }

    /** Those upon one row: all by one write where there is enough for all of them; else each by itself, as they came. */
    private List<Step> takeTogether(List<Taking> group) {
        var steps = group.stream().map(Taking::step).toList();
        return group.size() > 1 && takeAll(steps)
                ? steps
                : group.stream().filter(this::takeAlone).map(Taking::step).toList();
    }

    private boolean takeAlone(Taking taking) {
        Function<Portion, Bson> condition = portion -> {
            var limit = taking.owed().get(portion.row());
            var has = limit == null ? isThere(taking.step(), portion) : mayBeOwed(portion, limit);
            return taking.atOnce() ? and(ne("pending.owner", taking.step().owner()), has) : has;
        };
        return apply(taking.step(), condition, null) == taking.step().portions().size();
    }

    private boolean takeAll(List<Step> steps) {
        var units = steps.stream()
                .mapToInt(step -> step.portions().getFirst().quantity())
                .sum();
        var first = steps.getFirst();
        var sum = first.portions().getFirst().of(units);
        var owners = steps.stream().map(Step::owner).toList();
        var enough = and(eq("_id", sum.row()), nin("pending.owner", owners), isThere(first, sum));
        return rows.updateOne(enough, RowChange.by(steps, sum)).getModifiedCount() == 1;
    }

    private static Bson mayBeOwed(Portion portion, int limit) {
        return and(gte("available", Math.abs(portion.quantity()) - limit), eq("backOrder.limit", limit));
    }

    /**
     * Changes every row of a step that has not been changed by it.
     *
     * @param keptUntil set by whoever finishes a step that another began
     */
    public void move(Step step, @Nullable Instant keptUntil) {
        apply(step, _ -> new Document(), keptUntil);
        if (keptUntil != null) {
            keep(step, keptUntil);
        }
    }

    /** Lets every row that has been changed by the step remember it so long, whoever changed it. */
    public void keep(Step step, Instant until) {
        rows.updateMany(
                and(in("_id", step.rows()), eq("pending.id", step.id())),
                combine(set("pending.$.keptUntil", until), inc("seq", 1L), RowChange.soon(step.at())));
    }

    /**
     * The portions of what somebody wishes; false when some row has too little, or other than what was expected.
     *
     * @param expected what must be on hand in the only row
     */
    public boolean adjust(Step step, @Nullable Integer expected, @Nullable Instant keptUntil) {
        Function<Portion, Bson> asSeen = portion ->
                expected == null ? isThere(step, portion) : and(isThere(step, portion), eq("onHand", expected));
        return apply(step, asSeen, keptUntil) == step.portions().size();
    }

    private Bson isThere(Step step, Portion portion) {
        var source = step.kind().source(portion.quantity());
        return unconditional || source == null ? new Document() : gte(source.wireName(), Math.abs(portion.quantity()));
    }

    /** Whether every row has been changed by this step, whose owner has not said yet what becomes of it. */
    public boolean remembers(Step step) {
        var applied = elemMatch("pending", and(eq("id", step.id()), ne("quantity", 0)));
        var changed = rows.find(and(in("_id", step.rows()), applied)).into(new ArrayList<>());
        return changed.size() == step.portions().size();
    }

    /** Keeps a step from being done late by somebody who was thought to be gone. */
    public void forbid(Step step, Instant until) {
        var mark = Pending.of(step, 0, until);
        rows.updateMany(and(in("_id", step.rows()), ne("pending.id", step.id())), RowChange.remembering(mark));
    }

    /** Gives back what a step took, wherever it did. */
    public void undo(Step step) {
        step.portions().forEach(portion -> undo(portion.row(), Pending.of(step, portion.quantity(), null)));
    }

    public void undo(String row, Pending pending) {
        var applied = elemMatch("pending", and(eq("id", pending.id()), eq("quantity", pending.quantity())));
        rows.updateOne(and(eq("_id", row), applied), RowChange.undoing(pending));
    }

    private int apply(Step step, Function<Portion, Bson> condition, @Nullable Instant keptUntil) {
        return step.portions().stream()
                .map(portion -> new UpdateOneModel<StockRow>(
                        and(eq("_id", portion.row()), ne("pending.id", step.id()), condition.apply(portion)),
                        RowChange.by(step, portion, keptUntil)))
                .gather(Gatherers.windowFixed(ROWS_A_COMMAND))
                .mapToInt(this::write)
                .sum();
    }

    private int write(List<UpdateOneModel<StockRow>> changes) {
        if (changes.size() > 1) {
            return rows.bulkWrite(changes).getModifiedCount();
        }
        var change = changes.getFirst();
        return (int) rows.updateOne(change.getFilter(), change.getUpdate()).getModifiedCount();
    }
}
