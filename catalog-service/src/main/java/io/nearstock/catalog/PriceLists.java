package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.stream.Collectors.toMap;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.nearstock.chassis.web.UnknownIdException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The price lists in MongoDB, and their prices, a document for each product. */
@Repository
public class PriceLists {

    private static final int TRIES = 10;

    private final MongoCollection<PriceList> lists;
    private final MongoCollection<ListPrice> prices;
    private final Recent<List<PriceList>> begun;
    private final Clock clock;

    PriceLists(MongoDatabase database, CatalogSettings settings, Clock clock) {
        lists = database.getCollection("priceLists", PriceList.class);
        prices = database.getCollection("listPrices", ListPrice.class);
        this.clock = clock;
        lists.createIndex(ascending("startsAt"));
        prices.createIndex(ascending("listId", "sku"));
        prices.createIndex(ascending("changedAt"));
        begun = new Recent<>(this::begun, settings.remembered(), clock);
    }

    public PriceList of(String id) {
        return Optional.ofNullable(lists.find(eq("_id", id)).first()).orElseThrow(() -> new UnknownIdException(id));
    }

    /** Those that have begun and not ended, in the order in which they are asked. */
    public List<PriceList> running(Instant now) {
        return begun().stream().filter(list -> list.runs(now)).toList();
    }

    /** Those that have begun, or begin in a moment, ended or not; in the order in which they are asked. */
    List<PriceList> begun() {
        return begun.get().stream().sorted(PriceList.ORDER).toList();
    }

    private List<PriceList> begun(Instant until) {
        return lists.find(lte("startsAt", until)).into(new ArrayList<>());
    }

    /** The newest first, from behind this id on. */
    public List<PriceList> list(Optional<String> after, int limit) {
        var behind = after.map(id -> Filters.lt("_id", id)).orElseGet(Filters::empty);
        return lists.find(behind).sort(descending("_id")).limit(limit).into(new ArrayList<>());
    }

    /** Stores a new list; nothing when a retry finds it there. */
    public void add(PriceList list) {
        try {
            lists.insertOne(list);
        } catch (MongoWriteException twice) {
            if (twice.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw twice;
            }
        } finally {
            begun.forget();
        }
    }

    /** Stores the next version; false when somebody else changed the list first. */
    public boolean replace(PriceList next) {
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        try {
            return lists.replaceOne(unchanged, next).getModifiedCount() == 1;
        } finally {
            begun.forget();
        }
    }

    /**
     * In place of what the lists said of these products before; what they say already is left. Where somebody else says
     * something else meanwhile, it is said after them.
     */
    public void put(Collection<ListPrice> some) {
        var left = some;
        for (int i = 0; !left.isEmpty(); i++) {
            if (i == TRIES) {
                throw new IllegalStateException("the prices change too often");
            }
            left = putWhatStands(left);
        }
    }

    /** Those that somebody else has changed since they were read. */
    private Collection<ListPrice> putWhatStands(Collection<ListPrice> some) {
        var ids = some.stream().map(ListPrice::id).toList();
        var known = prices.find(in("_id", ids)).into(new ArrayList<>()).stream()
                .collect(toMap(ListPrice::id, Function.identity()));
        var now = clock.instant().truncatedTo(MILLIS); // as it is stored
        var changes = some.stream()
                .filter(price -> !saysSo(known.get(price.id()), price))
                .toList();
        var writes = changes.stream()
                .map(price -> put(known.get(price.id()), price, now))
                .toList();
        return writes.isEmpty()
                ? List.of()
                : missed(writes).mapToObj(changes::get).toList();
    }

    /** The places of those that somebody else was faster to store; an update of what has changed tries to add it once more. */
    private IntStream missed(List<ReplaceOneModel<ListPrice>> writes) {
        try {
            prices.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return IntStream.empty();
        } catch (MongoBulkWriteException partly) {
            var errors = partly.getWriteErrors();
            if (errors.stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw partly;
            }
            return errors.stream().mapToInt(BulkWriteError::getIndex);
        }
    }

    private static boolean saysSo(@Nullable ListPrice known, ListPrice price) {
        return known != null && known.tiers().equals(price.tiers());
    }

    private static ReplaceOneModel<ListPrice> put(@Nullable ListPrice known, ListPrice price, Instant now) {
        var unchanged = and(eq("_id", price.id()), eq("version", known == null ? null : known.version()));
        return new ReplaceOneModel<>(unchanged, price.said(known, now), new ReplaceOptions().upsert(true));
    }

    /** It then says nothing of the product; what it has said is kept. */
    public void remove(String listId, String sku) {
        if (prices.find(eq("_id", listId + "/" + sku)).first() != null) {
            put(List.of(ListPrice.of(listId, sku, List.of())));
        }
    }

    /** What these lists say of these products. */
    public List<ListPrice> prices(Collection<String> listIds, Collection<String> skus) {
        return prices.find(and(in("listId", listIds), in("sku", skus))).into(new ArrayList<>());
    }

    /** What a list says, in the order of the SKUs, from behind this one on. */
    public List<ListPrice> prices(String listId, String after, int limit) {
        return prices.find(and(eq("listId", listId), gt("sku", after), ne("tiers", List.of())))
                .sort(ascending("listId", "sku"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Of all of which a list says or has said something; however many there are, few of them are in memory at a time. */
    public void forEachSku(String listId, Consumer<String> visit) {
        prices.find(eq("listId", listId)).map(ListPrice::sku).forEach(visit);
    }

    /** Those that say since then that they have changed. */
    public List<ListPrice> changedSince(Instant moment) {
        return prices.find(gte("changedAt", moment)).into(new ArrayList<>());
    }
}
