package io.nearstock.inventory;

import static io.nearstock.inventory.SourcingWorld.hub;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        var world = SourcingWorld.small(new Random(seed));

        var plan = Sourcing.plan(world.demand(), world.candidates());

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
        var world = SourcingWorld.of(new Random(seed), 50, 20, 40);

        var plan = Sourcing.plan(world.demand(), world.candidates());

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

    private static List<String> hubs(Plan plan) {
        return plan.shipments().stream().map(Shipment::hubId).toList();
    }

    private static Map<String, Integer> sent(Plan plan) {
        return plan.shipments().stream()
                .flatMap(shipment -> shipment.lines().stream())
                .collect(toMap(Line::sku, Line::quantity, Integer::sum));
    }
}
