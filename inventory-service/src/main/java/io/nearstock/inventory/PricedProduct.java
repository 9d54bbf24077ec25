package io.nearstock.inventory;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What the catalogue says of a product, as far as demand depends on it. The same news in any order make the same of it, unless
 * some come more than a month late.
 *
 * @param category a path, such as {@code home/candles}
 * @param prices the oldest first; each holds until the next
 * @param sequence of the newest news
 * @param version rises with each change here
 */
public record PricedProduct(@BsonId String sku, String category, List<PriceFrom> prices, long sequence, long version) {

    private static final int LATE_DAYS = 31;
    private static final int MOST = 400;

    /**
     * What it costs from a day on: the last that was said on that day.
     *
     * @param amount in minor units of the catalogue's currency
     */
    public record PriceFrom(LocalDate day, long amount, long sequence) {}

    public static PricedProduct heard(String sku, String category, PriceFrom price) {
        return new PricedProduct(sku, category, List.of(price), price.sequence(), 1);
    }

    /** Once more is known; itself where it is not. */
    public PricedProduct and(PricedProduct news) {
        var known = new PricedProduct(
                sku,
                news.sequence > sequence ? news.category : category,
                changes(Stream.concat(prices.stream(), news.prices.stream())),
                Math.max(sequence, news.sequence),
                version);
        return known.equals(this)
                ? this
                : new PricedProduct(sku, known.category, known.prices, known.sequence, version + 1);
    }

    private static List<PriceFrom> changes(Stream<PriceFrom> heard) {
        var byDay = heard.collect(toMap(
                PriceFrom::day,
                price -> price,
                (one, other) -> one.sequence() > other.sequence() ? one : other,
                TreeMap::new));
        var settled = byDay.lastKey().minusDays(LATE_DAYS);
        var changes = new ArrayList<PriceFrom>();
        for (var price : byDay.values()) {
            var repeats = !changes.isEmpty() && changes.getLast().amount() == price.amount();
            if (!repeats || price.day().isAfter(settled)) {
                changes.add(price);
            }
        }
        return List.copyOf(changes.subList(Math.max(0, changes.size() - MOST), changes.size()));
    }
}
