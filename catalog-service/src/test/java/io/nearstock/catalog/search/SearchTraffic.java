package io.nearstock.catalog.search;

import io.nearstock.catalog.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** The searches that benchmarks ask for, made of what the products are called. */
record SearchTraffic(List<Product> products, Random random) {

    static final int HUBS = 12;

    /** Draws another query of the kind whenever it is asked. */
    record Kind(String name, Supplier<String> query) {}

    /** Along a meridian, 40 km apart. */
    static GeoPoint place(int hub) {
        return new GeoPoint(51.5 + hub * 0.36, -0.1);
    }

    List<Kind> kinds() {
        return List.of(
                new Kind("two words", this::words),
                new Kind(
                        "two words, category, brand, price",
                        () -> words() + "&category=Apparel&brand=nike&brand=puma&maxPrice=5000"),
                new Kind("two words, in stock within 50 km", () -> words() + "&near=51.5,-0.1&radiusKm=50"),
                new Kind(
                        "one category by price",
                        () -> "category=" + any().details().category() + "&sort=price"),
                new Kind("a misspelt word", () -> misspelt(words())));
    }

    private Product any() {
        return products.get(random.nextInt(products.size()));
    }

    private String words() {
        var words = new ArrayList<>(List.of(
                any().details().name().replaceAll("[^A-Za-z ]", " ").strip().split(" +")));
        Collections.shuffle(words, random);
        return "q=" + String.join(" ", words.subList(0, Math.min(2, words.size())));
    }

    private String misspelt(String words) {
        var at = 3 + random.nextInt(Math.max(1, words.length() - 4));
        return words.substring(0, at) + "x" + words.substring(Math.min(at + 1, words.length()));
    }
}
