package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Suppliers and what they offer, in MongoDB. */
@Repository
public class Suppliers {

    private final MongoCollection<Supplier> suppliers;
    private final MongoCollection<Offer> offers;

    Suppliers(MongoDatabase database) {
        suppliers = database.getCollection("suppliers", Supplier.class);
        offers = database.getCollection("offers", Offer.class);
        offers.createIndex(ascending("supplierId", "sku"));
        offers.createIndex(ascending("sku"));
    }

    /** Empty for one that has been taken off the list, too. */
    public Optional<Supplier> find(String id) {
        return Optional.ofNullable(
                suppliers.find(and(eq("_id", id), eq("gone", false))).first());
    }

    /** Nothing is ordered from one that is suspended, or gone. */
    public boolean isOneToBuyFrom(String id) {
        return toBuyFrom(id).isPresent();
    }

    /** Empty for those. */
    public Optional<Supplier> toBuyFrom(String id) {
        return find(id).filter(supplier -> supplier.suspended() == null);
    }

    public List<Supplier> after(String id, int count) {
        return suppliers
                .find(and(gt("_id", id), eq("gone", false)))
                .sort(ascending("_id"))
                .limit(count)
                .into(new ArrayList<>());
    }

    public void add(Supplier supplier) {
        Duplicates.inserted(suppliers, supplier);
    }

    /** Stores the next version; false when somebody else changed it first. */
    public boolean replace(Supplier next) {
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        return suppliers.replaceOne(unchanged, next).getMatchedCount() == 1;
    }

    public Optional<Offer> offer(String supplierId, String sku) {
        return Optional.ofNullable(
                offers.find(eq("_id", Offer.id(supplierId, sku))).first());
    }

    /** A supplier's offers in the order of their SKUs. */
    public List<Offer> offers(String supplierId, String afterSku, int count) {
        return offers.find(and(eq("supplierId", supplierId), gt("sku", afterSku)))
                .sort(ascending("supplierId", "sku"))
                .limit(count)
                .into(new ArrayList<>());
    }

    /** Everybody's offers of some products. */
    public List<Offer> offersOf(Collection<String> skus) {
        return offers.find(in("sku", skus)).into(new ArrayList<>());
    }

    /** Stores offers, each product once; answers how many were not so already. */
    public int offer(Collection<Offer> made) {
        var known = new HashMap<String, Offer>();
        offers.find(in("_id", made.stream().map(Offer::id).toList())).forEach(offer -> known.put(offer.id(), offer));
        var changed = made.stream()
                .filter(offer -> !offer.equals(known.get(offer.id())))
                .toList();
        if (!changed.isEmpty()) {
            offers.bulkWrite(changed.stream()
                    .map(offer ->
                            new ReplaceOneModel<>(eq("_id", offer.id()), offer, new ReplaceOptions().upsert(true)))
                    .toList());
        }
        return changed.size();
    }

    /** False when there was none. */
    public boolean withdraw(String supplierId, String sku) {
        return offers.deleteOne(eq("_id", Offer.id(supplierId, sku))).getDeletedCount() == 1;
    }
}
