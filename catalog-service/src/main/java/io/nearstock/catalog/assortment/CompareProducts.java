package io.nearstock.catalog.assortment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.catalog.OrdinaryPrices;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductView;
import io.nearstock.catalog.Products;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts products side by side. */
@Component
final class CompareProducts {

    /**
     * What the products say under one name.
     *
     * @param values in the order of the products; null for one that says nothing
     * @param differs whether a shopper has to look here
     */
    record Attribute(
            String name,

            @JsonInclude(content = JsonInclude.Include.ALWAYS)
            List<@Nullable String> values,

            boolean differs) {}

    /**
     * The products in the order asked for.
     *
     * @param attributes brand and category first, then by name
     * @param unknown ids of what is not sold
     */
    record Comparison(List<Attribute> attributes, List<ProductView> products, List<String> unknown) {}

    private final Products products;
    private final OrdinaryPrices prices;
    private final Clock clock;

    CompareProducts(Products products, OrdinaryPrices prices, Clock clock) {
        this.products = products;
        this.prices = prices;
        this.clock = clock;
    }

    /** At prices in this currency; in the products' own where it is null. */
    Comparison compare(Collection<String> ids, @Nullable String currency) {
        var sold = products.ofIds(ids).stream().filter(Product::isActive).collect(toMap(Product::id, identity()));
        var found = ids.stream().filter(sold::containsKey).map(sold::get).toList();
        var unknown = ids.stream().filter(id -> !sold.containsKey(id)).toList();
        return new Comparison(attributes(found), views(found, currency), unknown);
    }

    private List<ProductView> views(List<Product> found, @Nullable String currency) {
        var now = clock.instant();
        var costs = prices.in(currency, found);
        return found.stream()
                .map(product -> ProductView.of(product, costs.apply(product), List.of(), now))
                .toList();
    }

    private static List<Attribute> attributes(List<Product> products) {
        var attributes = new ArrayList<Attribute>();
        attributes.add(attribute("brand", products, product -> product.details().brand()));
        attributes.add(
                attribute("category", products, product -> product.details().category()));
        var names = new TreeSet<String>();
        products.forEach(product -> names.addAll(product.details().traits().keySet()));
        names.forEach(name -> attributes.add(
                attribute(name, products, product -> product.details().traits().get(name))));
        return attributes;
    }

    private static Attribute attribute(
            String name, List<Product> products, Function<Product, @Nullable String> reading) {
        var values = new ArrayList<@Nullable String>();
        products.forEach(product -> values.add(reading.apply(product)));
        return new Attribute(name, values, new HashSet<>(values).size() > 1);
    }
}
