package io.nearstock.inventory;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SourcingTests {

    @Test
    void sendsEverythingFromTheNearestHubThatHasEverything() {
        var plan = plan(
                Map.of("a", 2, "b", 1),
                hub("near", 5, Map.of("a", 9)),
                hub("mid", 50, Map.of("a", 2, "b", 1)),
                hub("far", 500, Map.of("a", 9, "b", 9)));

        assertThat(hubs(plan)).containsExactly("mid");
        assertThat(plan.reason())
                .isEqualTo("One shipment over 50.0 km: mid is the nearest of 2 hubs that have everything.");
    }

    @Test
    void takesTheFewestShipmentsThatTravelLeast() {
        var plan = plan(
                Map.of("a", 1, "b", 1),
                hub("a1", 10, Map.of("a", 1)),
                hub("b1", 20, Map.of("b", 1)),
                hub("a2", 30, Map.of("a", 1)),
                hub("b2", 40, Map.of("b", 1)));

        assertThat(hubs(plan)).containsExactly("a1", "b1");
        assertThat(plan.reason())
                .isEqualTo("No hub has everything: 2 shipments are the fewest, and from a1 and b1 they travel least,"
                        + " 30.0 km together.");
    }

    @Test
    void splitsOneProductWhereNoHubHasEnoughOfIt() {
        var plan = plan(Map.of("a", 5), hub("near", 1, Map.of("a", 3)), hub("far", 2, Map.of("a", 3)));

        assertThat(plan.shipments())
                .extracting(Shipment::lines)
                .containsExactly(List.of(new Line("a", 3)), List.of(new Line("a", 2)));
    }

    @Test
    void namesEveryShortageAndPlansTheRest() {
        var plan = plan(Map.of("a", 5, "b", 1, "c", 1), hub("near", 1, Map.of("a", 3, "b", 1)));

        assertThat(plan.shortages()).containsExactlyInAnyOrder(new Shortage("a", 5, 3), new Shortage("c", 1, 0));
        assertThat(hubs(plan)).containsExactly("near");
        assertThat(plan.reason()).endsWith("2 products are short.");
    }

    @Test
    void sendsNothingFromNowhere() {
        assertThat(plan(Map.of("a", 1)).reason()).isEqualTo("No hub that delivers there has any of it.");
    }

    @Test
    void takesTheSmallestShareOfStockWhereHubsAreAsFar() {
        var plan = plan(
                Map.of("a", 2),
                hub("few", 10.04, Map.of("a", 3)),
                hub("many", 10.0, Map.of("a", 30)),
                hub("far", 11, Map.of("a", 300)));

        assertThat(hubs(plan)).containsExactly("many");
        assertThat(plan.reason())
                .isEqualTo("One shipment over 10.0 km: many is the nearest of 3 hubs that have everything."
                        + " Of plans as good it takes the smallest share of what hubs have.");
    }

    /** Thirteen hubs are too many for an exact search of three; each product has two places as far. */
    @Test
    void takesTheSmallestShareOfStockWhereManyHubsShare() {
        var hubs = IntStream.range(0, 7)
                .boxed()
                .flatMap(product -> Stream.of(1, 9)
                        .map(units -> hub("p" + product + "x" + units, 10 + product, Map.of("p" + product, units))))
                .toArray(Candidate[]::new);
        var demand = IntStream.range(0, 7).boxed().collect(toMap(product -> "p" + product, _ -> 1));

        assertThat(hubs(plan(demand, hubs))).hasSize(7).allMatch(hub -> hub.endsWith("x9"));
    }

    /** Small worlds with little stock, where shortages, splits and ties are the rule. */
    @RepeatedTest(400)
    void isAsGoodAsBruteForceInSmallWorlds(RepetitionInfo repetition) {
        var seed = repetition.getCurrentRepetition();
        var world = World.small(new Random(seed));

        var plan = Sourcing.plan(world.demand, world.candidates);

        assertThat(plan.shipments())
                .as("seed %d", seed)
                .allSatisfy(shipment -> assertThat(shipment.lines())
                        .isNotEmpty()
                        .allMatch(line -> line.quantity() <= world.has(shipment.hubId(), line.sku())));
        assertThat(sent(plan)).as("seed %d", seed).isEqualTo(world.coverable());
        assertThat(plan.shipments()).as("seed %d", seed).hasSize(world.fewest());
        assertThat(world.km(hubs(plan))).as("seed %d", seed).isLessThanOrEqualTo(world.leastKm() + 1e-6);
        assertThat(world.wear(plan)).as("seed %d", seed).isLessThanOrEqualTo(world.leastWear() + 1e-9);
    }

    /** Above twelve hubs three and more shipments are a heuristic's; what it sends must still be right. */
    @RepeatedTest(50)
    void keepsToTheStockOfManyHubs(RepetitionInfo repetition) {
        var seed = repetition.getCurrentRepetition();
        var world = World.of(new Random(seed), 50, 20, 40);

        var plan = Sourcing.plan(world.demand, world.candidates);

        assertThat(sent(plan)).as("seed %d", seed).isEqualTo(world.coverable());
        assertThat(plan.shipments())
                .as("seed %d", seed)
                .allSatisfy(shipment -> assertThat(shipment.lines())
                        .isNotEmpty()
                        .allMatch(line -> line.quantity() <= world.has(shipment.hubId(), line.sku())));
    }

    private static Plan plan(Map<String, Integer> demand, Candidate... candidates) {
        return Sourcing.plan(new LinkedHashMap<>(demand), List.of(candidates));
    }

    private static Candidate hub(String id, double km, Map<String, Integer> stock) {
        var hub = new Hub(id, id, new Position(0, 0), null, null, null, null, null, null, 1);
        return new Candidate(hub, km, LocalDate.EPOCH, Delay.NONE, stock);
    }

    private static List<String> hubs(Plan plan) {
        return plan.shipments().stream().map(Shipment::hubId).toList();
    }

    private static Map<String, Integer> sent(Plan plan) {
        return plan.shipments().stream()
                .flatMap(shipment -> shipment.lines().stream())
                .collect(toMap(Line::sku, Line::quantity, Integer::sum));
    }

    private record World(SequencedMap<String, Integer> demand, List<Candidate> candidates) {

        static World small(Random random) {
            return of(random, 1 + random.nextInt(7), 1 + random.nextInt(4), 4);
        }

        static World of(Random random, int hubs, int products, int units) {
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
            return new World(demand, candidates);
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
}
