package io.nearstock.inventory;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Departure.Delay;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DetourTests {

    private static final LocalDate TOMORROW = LocalDate.parse("2026-11-03");

    @Test
    void goesRoundAHubThatIsFull() {
        var plan = plan(
                Map.of("a", 1),
                hub("near", 5, 3, Delay.FULL, Map.of("a", 9)),
                hub("far", 50, 0, Delay.NONE, Map.of("a", 9)));

        assertThat(hubs(plan)).containsExactly("far");
        assertThat(plan.reason())
                .isEqualTo("One shipment over 50.0 km: only far has everything."
                        + " near is passed over: it is full, and would bring it on 2026-11-06 only.");
    }

    @Test
    void replacesTheShipmentThatWaits() {
        var plan = plan(
                Map.of("a", 1, "b", 1),
                hub("a", 5, 0, Delay.NONE, Map.of("a", 9)),
                hub("b", 6, 1, Delay.CLOSED, Map.of("b", 9)),
                hub("later", 7, 2, Delay.CUT_OFF, Map.of("b", 9)),
                hub("other", 80, 0, Delay.NONE, Map.of("b", 9)));

        assertThat(hubs(plan)).containsExactly("a", "other");
        assertThat(plan.reason()).endsWith(" b is passed over: it is closed, and would bring it on 2026-11-04 only.");
    }

    @Test
    void goesOnWhereTheNextOneWaitsToo() {
        var plan = plan(
                Map.of("a", 1),
                hub("worst", 5, 3, Delay.FULL, Map.of("a", 9)),
                hub("bad", 50, 1, Delay.CUT_OFF, Map.of("a", 9)),
                hub("good", 500, 0, Delay.NONE, Map.of("a", 9)));

        assertThat(hubs(plan)).containsExactly("good");
        assertThat(plan.reason())
                .contains("worst is passed over: it is full,", "bad is passed over: it sends no more that day,");
    }

    @Test
    void takesNoMoreShipmentsForIt() {
        var plan = plan(
                Map.of("a", 1, "b", 1),
                hub("both", 5, 3, Delay.FULL, Map.of("a", 9, "b", 9)),
                hub("a", 50, 0, Delay.NONE, Map.of("a", 9)),
                hub("b", 50, 0, Delay.NONE, Map.of("b", 9)));

        assertThat(hubs(plan)).containsExactly("both");
        assertThat(plan.reason()).doesNotContain("passed over");
    }

    @Test
    void leavesThePlanWhereNobodyIsSooner() {
        var plan = plan(
                Map.of("a", 1),
                hub("near", 5, 1, Delay.FULL, Map.of("a", 9)),
                hub("far", 600, 1, Delay.NONE, Map.of("a", 9)));

        assertThat(hubs(plan)).containsExactly("near");
    }

    /** Two come last: one waits, the other has a long way, so that nothing is gained without the first. */
    @Test
    void leavesThePlanWhereADistantHubIsAsLate() {
        var plan = plan(
                Map.of("a", 1, "b", 1),
                hub("near", 5, 1, Delay.FULL, Map.of("a", 9)),
                hub("other", 50, 0, Delay.NONE, Map.of("a", 9)),
                hub("distant", 600, 1, Delay.NONE, Map.of("b", 9)));

        assertThat(hubs(plan)).containsExactly("near", "distant");
    }

    @Test
    void leavesWhatIsShortAsItIs() {
        var plan = plan(
                Map.of("a", 5),
                hub("near", 5, 1, Delay.FULL, Map.of("a", 3)),
                hub("far", 50, 0, Delay.NONE, Map.of("a", 1)));

        assertThat(plan.shortages()).containsExactly(new Shortage("a", 5, 4));
        assertThat(hubs(plan)).containsExactly("near", "far");
    }

    /** Each hub has one unit now, and the rest a week later. */
    @Test
    void bringsWhatAHubHasBeforeWhatItOwes() {
        var near = hub("near", 5, 0, Delay.NONE, Map.of("a", 9));
        var far = hub("far", 50, 0, Delay.NONE, Map.of("a", 2));
        var one = Map.of("a", 1);
        var demand = new LinkedHashMap<>(Map.of("a", 2));

        var plan = Detour.plan(
                demand,
                List.of(near, far),
                _ -> List.of(with(near, one), far),
                each -> waiting(
                        each,
                        shipment -> shipment.hubId().equals("near")
                                && shipment.lines().getFirst().quantity() > 1));

        assertThat(hubs(plan)).containsExactly("far");
        assertThat(plan.reason())
                .endsWith(" near is passed over: it has to wait for some of it, and would bring it on"
                        + " 2026-11-10 only.");
    }

    private static Candidate with(Candidate hub, Map<String, Integer> stock) {
        return new Candidate(hub.hub(), hub.distanceKm(), hub.promisedDate(), hub.delay(), stock);
    }

    private static Plan waiting(Plan plan, Predicate<Shipment> waits) {
        var day = TOMORROW.plusDays(7);
        var shipments = plan.shipments().stream()
                .map(shipment -> waits.test(shipment) ? shipment.leavingOn(day, day) : shipment)
                .toList();
        return new Plan(shipments, plan.shortages(), plan.reason());
    }

    @RepeatedTest(300)
    void neverCostsAShipmentAUnitOrADay(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var demand = new LinkedHashMap<String, Integer>();
        IntStream.range(0, 1 + random.nextInt(3)).forEach(i -> demand.put("p" + i, 1 + random.nextInt(4)));
        var hubs = IntStream.range(0, 2 + random.nextInt(6))
                .mapToObj(i -> anyHub(random, i, demand.keySet().stream().toList()))
                .sorted(Comparator.comparingDouble(Candidate::distanceKm))
                .toList();

        var ordinary = Sourcing.plan(demand, hubs);
        var plan = Detour.plan(demand, hubs);

        assertThat(plan.shipments()).hasSameSizeAs(ordinary.shipments());
        assertThat(sent(plan)).isEqualTo(sent(ordinary));
        assertThat(latest(plan)).isBeforeOrEqualTo(latest(ordinary));
        assertThat(plan.equals(ordinary) || latest(plan).isBefore(latest(ordinary)))
                .isTrue();
        if (hubs.stream().allMatch(hub -> hub.delay() == Delay.NONE)) {
            assertThat(plan).isEqualTo(ordinary);
        }
    }

    private static Candidate anyHub(Random random, int number, List<String> skus) {
        var delay = random.nextBoolean() ? Delay.NONE : Delay.FULL;
        var days = delay == Delay.NONE ? 0 : 1 + random.nextInt(3);
        var stock =
                skus.stream().filter(_ -> random.nextBoolean()).collect(toMap(sku -> sku, _ -> 1 + random.nextInt(4)));
        return hub("h" + number, random.nextInt(5) * 10, days, delay, stock);
    }

    private static Plan plan(Map<String, Integer> demand, Candidate... candidates) {
        return Detour.plan(new LinkedHashMap<>(demand), List.of(candidates));
    }

    private static Candidate hub(String id, double km, int days, Delay delay, Map<String, Integer> stock) {
        var hub = new Hub(id, id, new Position(0, 0), null, null, null, null, null, null, 1);
        return new Candidate(hub, km, TOMORROW.plusDays(days), delay, stock);
    }

    private static List<String> hubs(Plan plan) {
        return plan.shipments().stream().map(Shipment::hubId).toList();
    }

    private static LocalDate latest(Plan plan) {
        return plan.shipments().stream()
                .map(Shipment::promisedDate)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    private static Map<String, Integer> sent(Plan plan) {
        return plan.shipments().stream()
                .flatMap(shipment -> shipment.lines().stream())
                .collect(toMap(Line::sku, Line::quantity, Integer::sum));
    }
}
