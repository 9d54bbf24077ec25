package io.nearstock.acceptance.load.traffic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Products whose words, brands and prices are spread as a shop's are, the same in every run. */
record Assortment(int size) {

    static final List<String> NOUNS = List.of(
            "lantern",
            "kettle",
            "blanket",
            "basket",
            "clock",
            "mirror",
            "stool",
            "vase",
            "teapot",
            "cushion",
            "frame",
            "candle",
            "tray",
            "apron",
            "bowl",
            "jug",
            "shelf",
            "doormat",
            "bunting",
            "notebook");
    static final List<String> COLOURS = List.of("red", "blue", "green", "ivory", "black", "copper");
    static final List<String> CATEGORIES =
            List.of("home/lighting", "home/kitchen", "home/textiles", "garden", "gifts/paper", "gifts/party");
    static final List<String> BRANDS =
            IntStream.range(0, 40).mapToObj(number -> "Maker" + number).toList();
    private static final List<String> MANNERS = List.of("vintage", "hanging", "folding", "painted", "woven", "heavy");
    private static final int SEED = 20;

    static String sku(int number) {
        return "LOAD-%05d".formatted(number);
    }

    List<String> skus() {
        return IntStream.range(0, size).mapToObj(Assortment::sku).toList();
    }

    /** One product a line, as the import takes them. */
    String lines() {
        var choices = new SplittableRandom(SEED);
        return IntStream.range(0, size)
                .mapToObj(number -> line(number, choices))
                .collect(Collectors.joining("\n"));
    }

    private static String line(int number, SplittableRandom choices) {
        var colour = any(COLOURS, choices);
        var name = any(MANNERS, choices) + " " + colour + " " + any(NOUNS, choices);
        return """
            {"sku":"%s","name":"%s","description":"A %s for every day, number %d of its series.","brand":"%s",\
            "category":"%s","price":{"amount":%d,"currency":"GBP"},"attributes":{"colour":"%s"}}\
            """.formatted(
                        sku(number),
                        name,
                        name,
                        number,
                        any(BRANDS, choices),
                        any(CATEGORIES, choices),
                        100 + choices.nextInt(15_000),
                        colour);
    }

    private static String any(List<String> of, SplittableRandom choices) {
        return of.get(choices.nextInt(of.size()));
    }
}
