package io.nearstock.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What products cost everybody in a currency, and have cost, by price lists and by what the products themselves say.
 *
 * @param lists for everybody and in the currency, in the order in which they are asked; those that have ended of late, too
 * @param said by the ids of {@link ListPrice}
 */
record ListedPrices(String currency, List<PriceList> lists, Map<String, ListPrice> said) {

    /** A reduction may be 30 days old, and is compared with the 30 days before it. */
    private static final Duration PAST = Duration.ofDays(60);

    /** Whether what a list said may still matter. */
    static boolean isRecent(PriceList list, Instant now) {
        var end = list.endsAt();
        return end == null || end.isAfter(now.minus(PAST));
    }

    OrdinaryPrice of(Product product, Instant now) {
        var asked = lists.stream()
                .filter(list -> said.containsKey(id(list, product)))
                .toList();
        if (asked.isEmpty()) {
            return isInCurrency(product) ? OrdinaryPrice.own(product) : new OrdinaryPrice(null, null);
        }
        PriceHistory past = null;
        for (var moment : moments(product, asked, now)) {
            past = seen(past, priceAt(product, asked, moment), moment);
        }
        var price = price(product, asked, now);
        return new OrdinaryPrice(price, seen(past, price, now));
    }

    /** Of a time without a price the one before is told. */
    private static @Nullable PriceHistory seen(@Nullable PriceHistory past, @Nullable Money price, Instant at) {
        if (price == null) {
            return past;
        }
        return past == null ? PriceHistory.begin(price, at) : past.seen(price, at);
    }

    /** At which it may have begun to cost something else, since it was sold. */
    private Collection<Instant> moments(Product product, List<PriceList> asked, Instant now) {
        var own = product.prices();
        var sold = own == null ? product.createdAt() : own.prices().getFirst().from();
        var moments = new HashSet<>(Set.of(sold));
        for (var list : asked) {
            moments.add(begin(list));
            Stream.ofNullable(list.endsAt()).forEach(moments::add);
            said(list, product).everSaid().forEach(was -> moments.add(was.from()));
        }
        if (own != null) {
            own.prices().forEach(past -> moments.add(past.from()));
        }
        return moments.stream()
                .filter(moment -> !moment.isBefore(sold) && !moment.isAfter(now))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As a quote says it. */
    private @Nullable Money price(Product product, List<PriceList> asked, Instant now) {
        for (var list : asked) {
            var unit = list.runs(now) ? said(list, product).unit() : null;
            if (unit != null) {
                return new Money(unit, currency);
            }
        }
        return isInCurrency(product) ? product.details().price() : null;
    }

    private @Nullable Money priceAt(Product product, List<PriceList> asked, Instant moment) {
        for (var list : asked) {
            var ran = list.runs(moment) && !moment.isBefore(begin(list));
            var unit = ran ? said(list, product).unitAt(moment) : null;
            if (unit != null) {
                return new Money(unit, currency);
            }
        }
        return isInCurrency(product) ? ownAt(product, moment) : null;
    }

    private static Money ownAt(Product product, Instant moment) {
        var past = product.prices();
        return past == null
                ? product.details().price()
                : past.prices().reversed().stream()
                        .filter(known -> !known.from().isAfter(moment))
                        .findFirst()
                        .map(PriceHistory.Past::price)
                        .orElse(product.details().price());
    }

    private boolean isInCurrency(Product product) {
        return product.details().price().currency().equals(currency);
    }

    private ListPrice said(PriceList list, Product product) {
        return Objects.requireNonNull(said.get(id(list, product)));
    }

    private static String id(PriceList list, Product product) {
        return list.id() + "/" + product.sku();
    }

    /** However early it says that it starts, nobody was asked for its prices before it was written. */
    private static Instant begin(PriceList list) {
        return list.startsAt().isAfter(list.createdAt()) ? list.startsAt() : list.createdAt();
    }
}
