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
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import io.nearstock.chassis.web.Sabotage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** How long the ledger of a changed row is left to the instance that changed it. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int ROWS_A_COMMAND = 1000;

    private final MongoCollection<StockRow> rows;
    private final Combiner<Step, Boolean> takings;
    private final boolean unconditional;

    StockSteps(MongoDatabase database, Patience patience, Environment environment) {
        unconditional = Sabotage.of(environment, "stock-condition");
        rows = database.getCollection("stock", StockRow.class);
        takings = new Combiner<>(patience, this::takeTogether);
    }

    /**
     * Takes a hold's portions; false when some row had too little, and then {@link #undo} is due.
     *
     * @param owed rows that may owe so much; a row of which this has changed meanwhile has too little
     */
    public boolean take(Step step, Map<String, Integer> owed) {
        if (step.portions().size() == 1 && owed.isEmpty()) {
            return takings.ask(step.rows().getFirst(), step);
        }
        return takeAlone(step, owed);
    }

    private boolean takeAlone(Step step, Map<String, Integer> owed) {
        Function<Portion, Bson> condition = portion -> {
            var limit = owed.get(portion.row());
            return limit == null ? isThere(step, portion) : mayBeOwed(portion, limit);
        };
        return apply(step, condition, null) == step.portions().size();
    }

    /** Steps upon one row: all by one write where there is enough for all of them; else each by itself, as they came. */
    private List<Boolean> takeTogether(List<Step> steps) {
        var all = steps.size() > 1 && takeAll(steps);
        return steps.stream().map(step -> all || takeAlone(step, Map.of())).toList();
    }

    private boolean takeAll(List<Step> steps) {
        var portions = steps.stream().map(step -> step.portions().getFirst()).toList();
        var sum = portions.getFirst()
                .of(portions.stream().mapToInt(Portion::quantity).sum());
        var first = steps.getFirst();
        var ids = steps.stream().map(Step::id).toList();
        var enough = and(eq("_id", sum.row()), nin("pending.id", ids), isThere(first, sum));
        var change = new ArrayList<>(balances(first.kind(), sum.quantity()));
        change.add(pushEach(
                "pending",
                steps.stream()
                        .map(step -> Pending.of(step, step.portions().getFirst().quantity(), null))
                        .toList()));
        change.add(soon(first.at()));
        return rows.updateOne(enough, combine(change)).getModifiedCount() == 1;
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
                combine(set("pending.$.keptUntil", until), inc("seq", 1L), soon(step.at())));
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
        rows.updateMany(
                and(in("_id", step.rows()), ne("pending.id", step.id())),
                combine(push("pending", mark), inc("seq", 1L), soon(step.at())));
    }

    /** Gives back what a step took, wherever it did. */
    public void undo(Step step) {
        step.portions().forEach(portion -> undo(portion.row(), Pending.of(step, portion.quantity(), null)));
    }

    public void undo(String row, Pending pending) {
        var applied = elemMatch("pending", and(eq("id", pending.id()), eq("quantity", pending.quantity())));
        var change = new ArrayList<>(balances(pending.kind(), -pending.quantity()));
        change.add(pull("pending", eq("id", pending.id())));
        change.add(soon(pending.at()));
        rows.updateOne(and(eq("_id", row), applied), combine(change));
    }

    private int apply(Step step, Function<Portion, Bson> condition, @Nullable Instant keptUntil) {
        return step.portions().stream()
                .map(portion -> new UpdateOneModel<StockRow>(
                        and(eq("_id", portion.row()), ne("pending.id", step.id()), condition.apply(portion)),
                        change(step, portion, keptUntil)))
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

    private static Bson change(Step step, Portion portion, @Nullable Instant keptUntil) {
        var change = new ArrayList<>(balances(step.kind(), portion.quantity()));
        change.add(push("pending", Pending.of(step, portion.quantity(), keptUntil)));
        change.add(soon(step.at()));
        return combine(change);
    }

    private static Bson soon(Instant changedAt) {
        return min("nextActionAt", changedAt.plus(GRACE));
    }

    private static List<Bson> balances(MovementKind kind, int quantity) {
        var effect = kind.effect(quantity);
        var change = new ArrayList<Bson>();
        effect.changes().forEach((balance, units) -> change.add(inc(balance, units)));
        change.add(inc("seq", 1L));
        return change;
    }
}
