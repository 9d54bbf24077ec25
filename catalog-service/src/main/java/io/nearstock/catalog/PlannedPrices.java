package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The prices in MongoDB that have not come into effect; one for a product and a moment. */
@Repository
public class PlannedPrices {

    /** What became of some prices. */
    public record Planned(long created, long changed, long unchanged) {}

    private final MongoCollection<PlannedPrice> prices;

    PlannedPrices(MongoDatabase database) {
        prices = database.getCollection("plannedPrices", PlannedPrice.class);
        prices.createIndex(ascending("from"));
        prices.createIndex(ascending("sku", "from"));
    }

    /** In place of what was planned for these products and moments before; what is planned so already is left. */
    public Planned plan(Collection<PlannedPrice> some) {
        var ids = some.stream().map(PlannedPrice::id).toList();
        var known = prices.find(in("_id", ids)).into(new ArrayList<>()).stream()
                .collect(toMap(PlannedPrice::id, PlannedPrice::price));
        var news = some.stream()
                .filter(price -> !price.price().equals(known.get(price.id())))
                .toList();
        if (!news.isEmpty()) {
            prices.bulkWrite(news.stream().map(PlannedPrices::put).toList());
        }
        var created =
                some.stream().filter(price -> !known.containsKey(price.id())).count();
        return new Planned(created, news.size() - created, some.size() - news.size());
    }

    private static ReplaceOneModel<PlannedPrice> put(PlannedPrice price) {
        return new ReplaceOneModel<>(eq("_id", price.id()), price, new ReplaceOptions().upsert(true));
    }

    /** Those of a product that begin after this moment, the next first. */
    public List<PlannedPrice> after(String sku, Instant moment, int limit) {
        return prices.find(and(eq("sku", sku), gt("from", moment)))
                .sort(ascending("from"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Those of a few products, and all that are due of them; the oldest first. */
    public List<PlannedPrice> due(Instant now, int products) {
        var skus = prices.find(lte("from", now))
                .sort(ascending("from"))
                .limit(products)
                .map(PlannedPrice::sku)
                .into(new ArrayList<>());
        return prices.find(and(in("sku", skus), lte("from", now)))
                .sort(ascending("from"))
                .into(new ArrayList<>());
    }

    /** False when there is none. */
    public boolean remove(String sku, Instant from) {
        return prices.deleteOne(and(eq("sku", sku), eq("from", from))).getDeletedCount() == 1;
    }

    /** Leaves one that has been planned anew at another price meanwhile. */
    public void remove(Collection<PlannedPrice> some) {
        for (var price : some) {
            prices.deleteOne(and(eq("_id", price.id()), eq("price", price.price())));
        }
    }
}
