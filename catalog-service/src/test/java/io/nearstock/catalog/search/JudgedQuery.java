package io.nearstock.catalog.search;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A query and what answers it, from the judged set. */
record JudgedQuery(String kind, String words, Map<String, Integer> grades) {

    private static final int TOP = 10;

    static List<JudgedQuery> all() {
        var file = Objects.requireNonNull(JudgedQuery.class.getResourceAsStream("/judged/gift-ware.tsv"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return reader.readAllLines().stream().map(JudgedQuery::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JudgedQuery of(String line) {
        var columns = line.split("\t", -1);
        var grades = Arrays.stream(columns[2].split(" ", -1))
                .map(pair -> pair.split(":", -1))
                .collect(toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
        return new JudgedQuery(columns[0], columns[1], grades);
    }

    /** NDCG@10 with gains 2^grade - 1 (Järvelin, Kekäläinen 2002; Burges et al. 2005). */
    double ndcg(List<String> skus) {
        var best = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
        return gain(skus.stream().map(sku -> grades.getOrDefault(sku, 0)).toList()) / gain(best);
    }

    /** How much of what answers the query is there. */
    double recall(List<String> skus) {
        return (double) skus.stream().filter(grades::containsKey).count() / grades.size();
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(TOP, grades.size()); rank++) {
            gain += (Math.pow(2, grades.get(rank)) - 1) * Math.log(2) / Math.log(rank + 2);
        }
        return gain;
    }
}
