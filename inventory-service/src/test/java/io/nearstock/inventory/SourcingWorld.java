package io.nearstock.inventory;

import io.nearstock.inventory.Departure.Delay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Hubs and what they have, small enough to find the best plan by trying all. */
record SourcingWorld(SequencedMap<String, Integer> demand, List<Candidate> candidates) {
    static Candidate hub(String id, double km, Map<String, Integer> stock) {
        var hub = new Hub(id, id, new Position(0, 0), null, null, null, null, null, null, 1);
        return new Candidate(hub, km, LocalDate.EPOCH, Delay.NONE, stock);
    }

    static SourcingWorld small(Random random) {
        return of(random, 1 + random.nextInt(7), 1 + random.nextInt(4), 4);
    }

    static SourcingWorld of(Random random, int hubs, int products, int units) {
        var demand = new LinkedHashMap<String, Integer>();
        IntStream.range(0, products).forEach(i -> demand.put("p" + i, 1 + random.nextInt(units)));
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < hubs; i++) {
            var stock = new LinkedHashMap<String, Integer>();
            demand.keySet().forEach(sku -> {
                if (random.nextBoolean()) {
                    stock.put(sku, 1 + random.nextInt(units));
                }
            });
            candidates.add(hub("h" + i, random.nextInt(5) * 10, stock));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::distanceKm));
        return new SourcingWorld(demand, candidates);
    }

    int has(String hub, String sku) {
        return candidates.stream()
                .filter(candidate -> candidate.hub().id().equals(hub))
                .mapToInt(candidate -> candidate.has(sku))
                .sum();
    }

    Map<String, Integer> coverable() {
        var coverable = new LinkedHashMap<String, Integer>();
        demand.forEach((sku, units) -> {
            var there = candidates.stream().mapToInt(each -> each.has(sku)).sum();
            if (there > 0) {
                coverable.put(sku, Math.min(units, there));
            }
        });
        return coverable;
    }

    double km(List<String> hubs) {
        return candidates.stream()
                .filter(candidate -> hubs.contains(candidate.hub().id()))
                .mapToDouble(Candidate::distanceKm)
                .sum();
    }

    int fewest() {
        return sets().map(Integer::bitCount).min().orElseThrow();
    }

    double leastKm() {
        var fewest = fewest();
        return sets().filter(set -> Integer.bitCount(set) == fewest)
                .mapToDouble(set -> way(chosen(set)))
                .min()
                .orElseThrow();
    }

    /** Shares that a plan takes of what its hubs have. */
    double wear(Plan plan) {
        return plan.shipments().stream()
                .flatMap(shipment -> shipment.lines().stream()
                        .map(line -> (double) line.quantity() / has(shipment.hubId(), line.sku())))
                .mapToDouble(share -> share)
                .sum();
    }

    /** Of what needs no more shipments and goes no farther. */
    double leastWear() {
        var fewest = fewest();
        var leastKm = leastKm();
        return sets().filter(set -> Integer.bitCount(set) == fewest && way(chosen(set)) == leastKm)
                .mapToDouble(set -> wear(Sourcing.plan(demand, chosen(set))))
                .min()
                .orElseThrow();
    }

    private static double way(List<Candidate> hubs) {
        return hubs.stream().mapToDouble(Candidate::distanceKm).sum();
    }

    /** Every set of hubs that covers what can be covered. */
    private IntStream sets() {
        var coverable = coverable();
        return IntStream.range(0, 1 << candidates.size())
                .filter(set -> coverable.entrySet().stream()
                        .allMatch(need -> chosen(set).stream()
                                        .mapToInt(each -> each.has(need.getKey()))
                                        .sum()
                                >= need.getValue()));
    }

    private List<Candidate> chosen(int set) {
        return IntStream.range(0, candidates.size())
                .filter(i -> (set & (1 << i)) != 0)
                .mapToObj(candidates::get)
                .toList();
    }
}
