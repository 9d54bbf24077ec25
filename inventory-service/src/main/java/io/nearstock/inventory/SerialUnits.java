package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
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
import io.nearstock.inventory.Pick.Named;
import io.nearstock.inventory.SerialUnit.State;
import io.nearstock.inventory.SerialUnit.Taken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Units with serials in MongoDB: what was decided of them in a row's book is carried out here, once. */
@Repository
public class SerialUnits {

    static final String COLLECTION = "serialUnits";

    private final MongoCollection<SerialUnit> units;

    SerialUnits(MongoDatabase database) {
        units = database.getCollection(COLLECTION, SerialUnit.class);
        units.createIndex(ascending("row", "state", "source.lot"));
        units.createIndex(ascending("serial"));
        units.createIndex(ascending("sku", "source.lot"));
        units.createIndex(ascending("taken.orderId"), new IndexOptions().sparse(true));
        units.createIndex(ascending("pickedFor"), new IndexOptions().sparse(true));
    }

    public Optional<SerialUnit> find(String sku, String serial) {
        return Optional.ofNullable(
                units.find(eq("_id", SerialUnit.id(sku, serial))).first());
    }

    public List<SerialUnit> of(String sku, Collection<String> serials) {
        var ids = serials.stream().map(serial -> SerialUnit.id(sku, serial)).toList();
        return units.find(in("_id", ids)).sort(ascending("_id")).into(new ArrayList<>());
    }

    /** Those of a row, in whatever state. */
    List<SerialUnit> inStock(String row) {
        return units.find(and(eq("row", row), eq("state", State.IN_STOCK)))
                .sort(ascending("_id"))
                .into(new ArrayList<>());
    }

    /** Those that an order's customer has. */
    public List<SerialUnit> withOrder(String orderId) {
        return units.find(eq("taken.orderId", orderId)).sort(ascending("_id")).into(new ArrayList<>());
    }

    /** Of every product that has such a one. */
    public List<SerialUnit> called(String serial) {
        return units.find(eq("serial", serial)).sort(ascending("_id")).into(new ArrayList<>());
    }

    /** What a movement has taken and that has not come back. */
    public List<SerialUnit> takenBy(Pick pick) {
        return of(pick.sku(), pick.serials()).stream()
                .filter(unit -> unit.taken() != null && unit.taken().movement().equals(pick.id()))
                .toList();
    }

    /** Keeps them from being sold, wherever they are or will come back to. */
    public void block(String sku, Collection<String> serials) {
        var ids = serials.stream().map(serial -> SerialUnit.id(sku, serial)).toList();
        units.updateMany(in("_id", ids), combine(set("recalled", true), inc("revision", 1)));
    }

    void blockLot(String sku, String lot) {
        units.updateMany(
                and(eq("sku", sku), eq("source.lot", lot)), combine(set("recalled", true), inc("revision", 1)));
    }

    /** Those that somebody has taken off the shelf for it. */
    public List<SerialUnit> pickedFor(String owner, String row) {
        return units.find(and(eq("pickedFor", owner), eq("row", row), eq("state", State.IN_STOCK)))
                .sort(ascending("_id"))
                .into(new ArrayList<>());
    }

    /** Takes one off the shelf for a hold or a posting; false where it is not there, or somebody else has it. */
    public boolean pick(SerialUnit unit, String owner) {
        var free = and(
                eq("_id", unit.id()), eq("row", unit.row()), eq("state", State.IN_STOCK), in("pickedFor", null, owner));
        return units.updateOne(free, combine(set("pickedFor", owner), inc("revision", 1)))
                        .getMatchedCount()
                == 1;
    }

    /** Puts them back on the shelf. */
    public void letGo(String owner, String row) {
        units.updateMany(and(eq("pickedFor", owner), eq("row", row)), combine(unset("pickedFor"), inc("revision", 1)));
    }

    public void letGo(SerialUnit unit, String owner) {
        units.updateOne(
                and(eq("_id", unit.id()), eq("pickedFor", owner)), combine(unset("pickedFor"), inc("revision", 1)));
    }

    /** So many that are in stock in such a state, of a lot or of none. */
    List<SerialUnit> there(String row, @Nullable String lot, @Nullable Bucket aside, Bson further, int count) {
        return count <= 0
                ? List.of()
                : units.find(and(
                                eq("row", row),
                                eq("state", State.IN_STOCK),
                                eq("source.lot", lot),
                                eq("aside", aside),
                                further))
                        .sort(ascending("_id"))
                        .limit(count)
                        .into(new ArrayList<>());
    }

    /** Carries out what a pick says; once for each unit, so that one that has come back since stays. */
    void follow(Pick pick) {
        var named = pick.named();
        if (named != null && !named.serials().isEmpty()) {
            var row = StockRow.id(pick.sku(), pick.hubId());
            units.bulkWrite(named.serials().stream()
                    .map(serial -> new UpdateOneModel<SerialUnit>(
                            and(
                                    eq("_id", SerialUnit.id(pick.sku(), serial)),
                                    eq("row", row),
                                    eq("state", State.IN_STOCK),
                                    ne("moved", pick.id())),
                            combine(
                                    change(pick, named),
                                    unset("pickedFor"),
                                    push("moved", pick.id()),
                                    inc("revision", 1))))
                    .toList());
        }
    }

    private static Bson change(Pick pick, Named named) {
        if (named.kind().isReclassification()) {
            var aside = LotBook.aside(named.kind().source(-named.quantity()));
            return aside == null ? unset("aside") : set("aside", aside);
        }
        var taken = new Taken(pick.id(), named.kind(), pick.hubId(), pick.orderId(), pick.cause(), pick.at());
        return combine(set("state", State.OUT), set("taken", taken), unset("aside"));
    }
}
