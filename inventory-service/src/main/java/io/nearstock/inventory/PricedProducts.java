package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Categories and prices by product, as the catalogue told them. */
@Repository
public class PricedProducts {

    private static final int PRODUCTS_A_PAGE = 25;
    private static final int ATTEMPTS = 5;

    private final MongoCollection<PricedProduct> products;
    private final Breaks breaks;

    PricedProducts(MongoDatabase database, Breaks breaks) {
        this.products = database.getCollection("pricedProducts", PricedProduct.class);
        this.breaks = breaks;
    }

    /** Those that are known, in small pages. */
    public Map<String, PricedProduct> of(Collection<String> skus) {
        var found = new HashMap<String, PricedProduct>();
        skus.stream().distinct().gather(Gatherers.windowFixed(PRODUCTS_A_PAGE)).forEach(page -> {
            found.putAll(page(page));
            breaks.take();
        });
        return found;
    }

    private Map<String, PricedProduct> page(Collection<String> skus) {
        var found = new HashMap<String, PricedProduct>();
        products.find(in("_id", skus)).forEach(product -> found.put(product.sku(), product));
        return found;
    }

    /** Adds news to what is known: a read and a write for all that is new, and a write for each that changes. */
    public void hear(List<PricedProduct> news) {
        var bySku = news.stream().collect(toMap(PricedProduct::sku, each -> each, PricedProduct::and));
        var known = page(bySku.keySet());
        var fresh = bySku.values().stream()
                .filter(each -> !known.containsKey(each.sku()))
                .toList();
        if (!fresh.isEmpty()) {
            add(fresh);
        }
        known.values().forEach(seen -> hear(Objects.requireNonNull(bySku.get(seen.sku())), seen));
    }

    /** What somebody else added meanwhile is changed. */
    private void add(List<PricedProduct> fresh) {
        var added = Duplicates.inserted(
                products, fresh.stream().map(PricedProducts::first).toList());
        IntStream.range(0, fresh.size())
                .filter(index -> !added.get(index))
                .forEach(index -> hear(fresh.get(index), null));
    }

    private void hear(PricedProduct news, @Nullable PricedProduct known) {
        var seen = known;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (seen == null ? Duplicates.inserted(products, first(news)) : replaced(seen, seen.and(news))) {
                return;
            }
            seen = products.find(eq("_id", news.sku())).first();
        }
        throw new IllegalStateException("others keep changing what is known of " + news.sku());
    }

    private static PricedProduct first(PricedProduct news) {
        return new PricedProduct(news.sku(), news.category(), news.prices(), news.sequence(), 1);
    }

    private boolean replaced(PricedProduct seen, PricedProduct next) {
        return next.equals(seen)
                || products.replaceOne(and(eq("_id", seen.sku()), eq("version", seen.version())), next)
                                .getModifiedCount()
                        == 1;
    }
}
