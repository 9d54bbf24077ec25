package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnknownIdException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The products in MongoDB. A product's change and the message about it are one write, so neither exists alone. */
@Repository
public class Products {

    static final String COLLECTION = "products";

    private static final int BATCH = 500;
    private static final String CATEGORY = "details.category";

    private final MongoCollection<Product> products;
    private final ProductWrites writes;
    private final OutboxRelay relay;
    private final ProductChanges changes;

    /** Takes the announcements as a function, so that the model knows no step. */
    Products(MongoDatabase database, Function<Progress, OutboxEntry> announcements, OutboxRelay relay) {
        this.products = database.getCollection(COLLECTION, Product.class);
        this.writes = new ProductWrites(products.getCodecRegistry(), announcements);
        this.relay = relay;
        this.changes = new ProductChanges(database);
        products.createIndex(ascending("sku"), new IndexOptions().unique(true));
        products.createIndex(ascending("status", "_id"));
        products.createIndex(ascending(CATEGORY));
    }

    /** A product that is sold; what is discontinued is as unknown as what never was. */
    public Product sold(String id) {
        return find(id).filter(Product::isActive).orElseThrow(() -> new UnknownIdException(id));
    }

    public Product of(String id) {
        return find(id).orElseThrow(() -> new UnknownIdException(id));
    }

    public Optional<Product> find(String id) {
        return Optional.ofNullable(products.find(eq("_id", id)).first());
    }

    public List<Product> ofIds(Collection<String> ids) {
        return products.find(in("_id", ids)).into(new ArrayList<>());
    }

    /** Discontinued ones included; unknown SKUs are simply not there. */
    public List<Product> ofSkus(Collection<String> skus) {
        return products.find(in("sku", skus)).into(new ArrayList<>());
    }

    /** Some of a category or below it, sold or not. */
    public List<Product> inCategory(String path, int limit) {
        return products.find(within(path)).limit(limit).into(new ArrayList<>());
    }

    /** Of a category that has products and those below it, the longest path. */
    public Optional<String> longestCategoryIn(String path) {
        var paths = products.distinct(CATEGORY, within(path), String.class).into(new ArrayList<>());
        return paths.stream().max(Comparator.comparingInt(String::length));
    }

    /** All paths below it begin with a slash more, and 0 comes next to a slash. */
    private static Bson within(String path) {
        return or(eq(CATEGORY, path), and(gte(CATEGORY, path + "/"), lt(CATEGORY, path + "0")));
    }

    /** In the order of their ids, from behind this one on. */
    public List<Product> withStatus(ProductStatus status, String after, int limit) {
        return products.find(and(eq("status", status), gt("_id", after)))
                .sort(ascending("status", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** What was done to a product before this version of it, the newest first. */
    public List<ProductChange> changes(Product product, long before, int limit) {
        var last = product.change();
        if (last == null || last.version() >= before) {
            return changes.before(product.id(), before, limit);
        }
        var all = new ArrayList<>(List.of(last));
        all.addAll(changes.before(product.id(), last.version(), limit - 1));
        return all;
    }

    public long count() {
        return products.countDocuments(eq("status", ProductStatus.ACTIVE));
    }

    /** However many there are, few of them are in memory at a time. */
    public void forEachSold(Consumer<Product> visit) {
        var page = withStatus(ProductStatus.ACTIVE, "", BATCH);
        while (!page.isEmpty()) {
            page.forEach(visit);
            page = withStatus(ProductStatus.ACTIVE, page.getLast().id(), BATCH);
        }
    }

    /** Stores a new product; false, and nothing is stored, when its SKU is taken, or what a variant would stand for. */
    public boolean add(Progress offered) {
        var write = writes.of(offered);
        var added = unlessTaken(() -> products.updateOne(write.getFilter(), write.getUpdate(), write.getOptions())
                        .getUpsertedId()
                != null);
        relay.nudge(COLLECTION, offered.product().id());
        return added;
    }

    /** Stores a transition; false when somebody else changed the product first: load it again and decide anew. */
    public boolean save(Progress progress) {
        keepReplaced(List.of(progress));
        var write = writes.of(progress);
        var saved = unlessTaken(
                () -> products.updateOne(write.getFilter(), write.getUpdate()).getModifiedCount() == 1);
        relay.nudge(COLLECTION, progress.product().id());
        return saved;
    }

    /**
     * Stores new products and transitions in one round trip; false when somebody else came between for at least one of
     * them: what was stored answers as a repetition when everything is decided anew.
     */
    public boolean storeAll(List<Progress> all) {
        if (all.isEmpty()) {
            return true;
        }
        keepReplaced(all);
        try {
            var stored = products.bulkWrite(all.stream().map(writes::of).toList());
            return stored.getModifiedCount() + stored.getUpserts().size() == all.size();
        } catch (MongoBulkWriteException _) {
            return false;
        } finally {
            all.forEach(progress -> relay.nudge(COLLECTION, progress.product().id()));
        }
    }

    private static boolean unlessTaken(BooleanSupplier write) {
        try {
            return write.getAsBoolean();
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
            return false;
        }
    }

    private void keepReplaced(List<Progress> all) {
        changes.keep(all.stream()
                .flatMap(progress -> Stream.ofNullable(progress.replaced()))
                .toList());
    }
}
