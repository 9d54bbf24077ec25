package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.nearstock.inventory.SerialUnit.Claim;
import io.nearstock.inventory.SerialUnit.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * How units with serials come into stock: claimed by a step first, so that no other can bring the same; then, with the step,
 * entered. A claim that nobody follows up is taken over after a while.
 */
@Repository
public class SerialClaims {

    /** Much longer than a step's lease: whoever comes back later finds his unit with somebody else, and enters it no more. */
    private static final Duration STALE = Duration.ofMinutes(10);

    private final MongoCollection<SerialUnit> units;
    private final Stock stock;

    SerialClaims(MongoDatabase database, Stock stock) {
        this.units = database.getCollection(SerialUnits.COLLECTION, SerialUnit.class);
        this.stock = stock;
        units.createIndex(ascending("claim.by"), new IndexOptions().sparse(true));
    }

    /** Claims units that a receipt brings; answers those that cannot come, and then none is claimed. The same again does nothing. */
    public List<SerialUnit> receive(List<SerialUnit> coming) {
        if (coming.isEmpty()) {
            return coming;
        }
        var added = Duplicates.inserted(units, coming);
        var known = IntStream.range(0, coming.size())
                .filter(index -> !added.get(index))
                .mapToObj(coming::get)
                .toList();
        return claim(known, coming, false);
    }

    /** The same of units that were sold and are back. */
    public List<SerialUnit> takeBack(List<SerialUnit> coming) {
        return claim(coming, coming, true);
    }

    private List<SerialUnit> claim(List<SerialUnit> known, List<SerialUnit> all, boolean isReturn) {
        var refused = known.stream()
                .filter(unit -> !claim(unit, Objects.requireNonNull(unit.claim()), isReturn))
                .toList();
        if (!refused.isEmpty()) {
            giveUp(all);
        }
        return refused;
    }

    private boolean claim(SerialUnit coming, Claim claim, boolean isReturn) {
        var known = units.find(eq("_id", coming.id())).first();
        if (known == null) {
            return !isReturn && Duplicates.inserted(units, coming);
        }
        if (claim.by().equals(known.broughtBy())
                || (known.claim() != null && claim.by().equals(known.claim().by()))) {
            return true;
        }
        return known.isFreeFor(claim, isReturn, claim.at().minus(STALE))
                && units.updateOne(unchanged(known), combine(set("claim", claim), inc("revision", 1)))
                                .getModifiedCount()
                        == 1;
    }

    private static Bson unchanged(SerialUnit known) {
        return and(eq("_id", known.id()), eq("revision", known.revision()));
    }

    /** What is to be said of units that cannot come. */
    public static String known(List<SerialUnit> units) {
        return "Already in stock, sold, or being received: "
                + units.stream().map(SerialUnit::serial).limit(20).toList();
    }

    /** Lets others bring them in. */
    public void giveUp(List<SerialUnit> coming) {
        if (coming.isEmpty()) {
            return;
        }
        var ids = coming.stream().map(SerialUnit::id).toList();
        var by = coming.stream()
                .map(unit -> Objects.requireNonNull(unit.claim()).by())
                .distinct()
                .toList();
        var mine = and(in("_id", ids), in("claim.by", by));
        units.deleteMany(and(mine, eq("state", State.EXPECTED)));
        units.updateMany(mine, combine(unset("claim"), inc("revision", 1)));
    }

    /** Leaves it to a certain step of a return to enter some of its units. */
    public void assign(String sku, List<String> serials, String returnId, String step) {
        var ids = serials.stream().map(serial -> SerialUnit.id(sku, serial)).toList();
        units.updateMany(
                and(in("_id", ids), eq("claim.by", returnId)), combine(set("claim.by", step), inc("revision", 1)));
    }

    /** Brings in what a step has claimed; before its units can be taken, the rows say that they have serials. */
    void enter(Step step) {
        var claimed = units.find(eq("claim.by", step.id())).into(new ArrayList<>());
        if (!claimed.isEmpty()) {
            stock.haveSerials(step.rows());
            units.bulkWrite(claimed.stream()
                    .map(unit -> new UpdateOneModel<SerialUnit>(
                            and(eq("_id", unit.id()), eq("claim.by", step.id())), entering(unit, step)))
                    .toList());
        }
    }

    private static Bson entering(SerialUnit unit, Step step) {
        var hubId = step.portions().getFirst().hubId();
        var aside = step.kind().aside();
        var changes = new ArrayList<>(List.of(
                set("state", State.IN_STOCK),
                set("source", Objects.requireNonNull(unit.claim()).source()),
                set("hubId", hubId),
                set("row", StockRow.id(unit.sku(), hubId)),
                set("broughtBy", step.id()),
                aside == null ? unset("aside") : set("aside", aside),
                unset("claim"),
                unset("pickedFor"),
                unset("taken"),
                inc("revision", 1)));
        if (unit.taken() != null) {
            changes.add(push("before", unit.taken()));
        }
        return combine(changes);
    }
}
