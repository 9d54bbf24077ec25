package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.catalog.Allowance.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * The rows in MongoDB in which uses are counted. A use is taken by a conditional increment that leaves a note of whose
 * it is, so each step can be repeated, finished or undone by whoever comes by.
 */
@Repository
public class Allowances {

    /** How long a change is left to whoever made it before somebody looks what became of it. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int BATCH = 100;

    private final MongoCollection<Allowance> allowances;

    Allowances(MongoDatabase database) {
        allowances = database.getCollection("allowances", Allowance.class);
        allowances.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
    }

    public Allowance of(String id) {
        return of(List.of(id)).stream().findFirst().orElseGet(() -> Allowance.unused(id));
    }

    /** Those of which anything was ever used. */
    public List<Allowance> of(Collection<String> ids) {
        return allowances.find(in("_id", ids)).into(new ArrayList<>());
    }

    /** Counts the use unless that is more than there is; false when it is, and nothing has changed. */
    public boolean take(Use use, Redemption redemption, Instant now) {
        if (counted(use, redemption, now)) {
            return true;
        }
        open(use.allowance()); // somebody else may have opened it since
        return counted(use, redemption, now);
    }

    private boolean counted(Use use, Redemption redemption, Instant now) {
        var taken = Pending.of(redemption, use);
        var conditions = new ArrayList<>(List.of(eq("_id", use.allowance()), ne("pending.id", taken.id())));
        if (use.mostUses() != null) {
            conditions.add(lte("uses", use.mostUses() - 1));
        }
        if (use.mostSpend() != null) {
            conditions.add(lte("spend", use.mostSpend() - use.spend()));
        }
        return changed(and(conditions), combine(used(1, use.spend()), push("pending", taken), soon(now)));
    }

    private void open(String id) {
        var empty = combine(
                setOnInsert("uses", 0L),
                setOnInsert("spend", 0L),
                setOnInsert("pending", List.of()),
                setOnInsert("seq", 0L));
        try {
            allowances.updateOne(eq("_id", id), empty, new UpdateOptions().upsert(true));
        } catch (MongoWriteException race) {
            if (race.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw race;
            }
        }
    }

    /** Gives back what a step took that came to nothing, where it took it; it can do so once only. */
    public void undo(String id, Pending taken) {
        var there = and(eq("_id", id), elemMatch("pending", and(eq("id", taken.id()), eq("uses", taken.uses()))));
        changed(there, combine(used(-taken.uses(), -taken.spend()), pull("pending", eq("id", taken.id()))));
    }

    /**
     * Gives back what a redemption had. Whoever pauses between looking and writing finds that the row has moved on; whoever
     * comes after it was all done finds the redemption no longer open.
     *
     * @param open whether the redemption still is being given back
     */
    public void giveBack(Use use, Redemption redemption, Instant now, BooleanSupplier open) {
        var mark = new Pending(redemption.returnStep(), redemption.id(), 0, 0);
        while (true) {
            var row = of(use.allowance());
            if (row.seq() == 0 || row.has(mark.id()) || !open.getAsBoolean()) {
                return;
            }
            var asSeen = and(eq("_id", row.id()), eq("seq", row.seq()));
            if (changed(asSeen, combine(used(-1, -use.spend()), push("pending", mark), soon(now)))) {
                return;
            }
        }
    }

    /** Rows with changes that nobody has looked after. */
    public List<Allowance> neglected(Instant now) {
        return allowances
                .find(lte("nextActionAt", now))
                .sort(ascending("nextActionAt"))
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    /** Forgets steps that their redemptions have recorded; a row that rests is not looked at again. */
    public void settle(Allowance seen, List<String> recorded, boolean rests, Instant again) {
        var forgotten = pull("pending", in("id", recorded));
        var asSeen = and(eq("_id", seen.id()), eq("seq", seen.seq()));
        if (!rests || !changed(asSeen, combine(forgotten, unset("nextActionAt")))) {
            changed(eq("_id", seen.id()), combine(forgotten, set("nextActionAt", again)));
        }
    }

    private static Bson used(long uses, long spend) {
        return combine(inc("uses", uses), inc("spend", spend), inc("seq", 1L));
    }

    private static Bson soon(Instant now) {
        return min("nextActionAt", now.plus(GRACE));
    }

    private boolean changed(Bson filter, Bson change) {
        return allowances.updateOne(filter, change).getModifiedCount() == 1;
    }
}
