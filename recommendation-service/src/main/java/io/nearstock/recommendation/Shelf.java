package io.nearstock.recommendation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.nearstock.recommendation.Stock.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Takes from a ranking what may be shown: on sale, and at least one of it there. */
@Component
public final class Shelf {

    private static final int AT_ONCE = 100;

    /** A product that can be had, and how well it fits. */
    public record Shown(Product product, Fit fit) {}

    private final Products products;
    private final Stock stock;

    Shelf(Products products, Stock stock) {
        this.products = products;
        this.stock = stock;
    }

    /** The best of them that can be had, as many as wanted. Looks at a hundred at a time and at a thousand at most. */
    public List<Shown> best(List<Fit> ranking, int wanted, Optional<Near> near, Predicate<Product> fits) {
        var shown = new ArrayList<Shown>();
        var end = Math.min(ranking.size(), 10 * AT_ONCE);
        for (var from = 0; from < end && shown.size() < wanted; from += AT_ONCE) {
            var part = ranking.subList(from, Math.min(from + AT_ONCE, end));
            available(part, near, fits).stream()
                    .limit(wanted - (long) shown.size())
                    .forEach(shown::add);
        }
        return shown;
    }

    private List<Shown> available(List<Fit> part, Optional<Near> near, Predicate<Product> fits) {
        var known = products.find(part.stream().map(Fit::productId).toList()).stream()
                .filter(product -> product.active() && fits.test(product))
                .collect(toMap(Product::id, product -> product));
        var skus = known.values().stream().map(Product::sku).collect(toSet());
        var stocked = stock.stocked(skus, near);
        return part.stream()
                .map(fit -> {
                    var product = known.get(fit.productId());
                    return product == null ? null : new Shown(product, fit);
                })
                .filter(Objects::nonNull)
                .filter(shown -> stocked.contains(shown.product().sku()))
                .toList();
    }
}
