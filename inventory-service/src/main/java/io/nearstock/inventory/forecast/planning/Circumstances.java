package io.nearstock.inventory.forecast.planning;

import static java.util.stream.Collectors.toMap;

import io.nearstock.inventory.NamedDay;
import io.nearstock.inventory.NamedDays;
import io.nearstock.inventory.PricedProduct;
import io.nearstock.inventory.PricedProducts;
import io.nearstock.inventory.PromotedTime;
import io.nearstock.inventory.PromotedTimes;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.forecast.Calendar;
import io.nearstock.inventory.forecast.Day;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.SeriesKey;
import io.nearstock.inventory.forecast.Specials;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known beside demand, of days that were and days that are planned: categories, prices, promotions, events. */
@Component
final class Circumstances {

    static final String PROMOTION = "promotion";

    /** Trees see that an event comes so many days before. */
    private static final int SIGHT = 10;

    private final PricedProducts products;
    private final PromotedTimes promotions;
    private final NamedDays days;

    Circumstances(PricedProducts products, PromotedTimes promotions, NamedDays days) {
        this.products = products;
        this.promotions = promotions;
        this.days = days;
    }

    /** Of these rows, from the first day that is known to the end of the forecast (exclusive). */
    Known of(List<StockRow> rows, LocalDate start, LocalDate end) {
        var named = days.between(start, end.plusDays(SIGHT)).stream().collect(toMap(NamedDay::date, NamedDay::names));
        return new Known(
                products.of(rows.stream().map(StockRow::sku).toList()),
                promotions.between(start, end),
                named,
                start,
                end);
    }

    /** By row. Days are counted from the start. */
    static final class Known {

        private final Map<String, PricedProduct> products;
        private final List<PromotedTime> promotions;
        private final Map<LocalDate, List<String>> named;
        private final LocalDate start;
        private final LocalDate end;
        private final Map<String, Specials> specials = new HashMap<>();

        Known(
                Map<String, PricedProduct> products,
                List<PromotedTime> promotions,
                Map<LocalDate, List<String>> named,
                LocalDate start,
                LocalDate end) {
            this.products = products;
            this.promotions = promotions;
            this.named = named;
            this.start = start;
            this.end = end;
        }

        /** A category's path is the department that it sells with; its first part is the category. */
        SeriesKey key(StockRow row) {
            var path = category(row.sku());
            var slash = path.indexOf('/');
            return new SeriesKey(row.sku(), path, slash < 0 ? path : path.substring(0, slash), row.hubId(), "");
        }

        private String category(String sku) {
            var product = product(sku);
            return product == null ? "" : product.category();
        }

        private @Nullable PricedProduct product(String sku) {
            return products.get(sku);
        }

        PriceSteps prices(StockRow row) {
            var product = product(row.sku());
            var steps = new TreeMap<Integer, Float>();
            if (product != null) {
                product.prices().forEach(price -> steps.put(Math.max(0, index(price.day())), (float) price.amount()));
            }
            return PriceSteps.of(steps);
        }

        private int index(LocalDate day) {
            return (int) ChronoUnit.DAYS.between(start, day);
        }

        Specials specials(StockRow row) {
            return specials.computeIfAbsent(row.sku(), this::specials);
        }

        private Specials specials(String sku) {
            var byDay = new HashMap<Integer, List<String>>();
            named.forEach((day, names) -> names(byDay, day).addAll(names));
            promotions.stream()
                    .filter(promotion -> promotion.isAbout(sku, category(sku)))
                    .flatMap(promotion -> within(promotion.from(), promotion.until()).stream())
                    .forEach(day -> names(byDay, day).add(PROMOTION));
            return Specials.of(byDay);
        }

        private List<String> names(Map<Integer, List<String>> byDay, LocalDate day) {
            return byDay.computeIfAbsent(index(day), _ -> new ArrayList<>());
        }

        private List<LocalDate> within(LocalDate from, LocalDate until) {
            var first = from.isBefore(start) ? start : from;
            var last = until.isBefore(end) ? until.plusDays(1) : end;
            return first.isBefore(last) ? first.datesUntil(last).toList() : List.of();
        }

        Calendar calendar() {
            return Calendar.from(
                    start,
                    IntStream.range(0, index(end) + SIGHT)
                            .mapToObj(ahead -> day(start.plusDays(ahead)))
                            .toList());
        }

        private Day day(LocalDate date) {
            return Calendar.of(date, named.getOrDefault(date, List.of()), Set.of());
        }
    }
}
