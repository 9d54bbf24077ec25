package io.nearstock.inventory;

import static java.util.stream.Collectors.joining;

import io.nearstock.inventory.Departure.Delay;
import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Passes over hubs that keep an order waiting where others bring all of it sooner in as many shipments, however far they
 * are. A hub that is only far away is no reason: nearness goes before speed, unless nearness is in vain.
 */
final class Detour {

    private final SequencedMap<String, Integer> demand;
    private final List<Candidate> candidates;
    private final Function<LocalDate, List<Candidate>> before;
    private final UnaryOperator<Plan> dated;

    private Detour(
            SequencedMap<String, Integer> demand,
            List<Candidate> candidates,
            Function<LocalDate, List<Candidate>> before,
            UnaryOperator<Plan> dated) {
        this.demand = demand;
        this.candidates = candidates;
        this.before = before;
        this.dated = dated;
    }

    /** Candidates come nearest first. */
    static Plan plan(SequencedMap<String, Integer> demand, List<Candidate> candidates) {
        return plan(
                demand,
                candidates,
                day -> candidates.stream()
                        .filter(candidate -> candidate.promisedDate().isBefore(day))
                        .toList(),
                UnaryOperator.identity());
    }

    /**
     * The same where a hub can bring some of what it has sooner than the rest.
     *
     * @param before the candidates with what they bring before a day
     * @param dated puts the days into a plan that depend on what it takes
     */
    static Plan plan(
            SequencedMap<String, Integer> demand,
            List<Candidate> candidates,
            Function<LocalDate, List<Candidate>> before,
            UnaryOperator<Plan> dated) {
        return new Detour(demand, candidates, before, dated).plan();
    }

    private Plan plan() {
        return around(dated.apply(Sourcing.plan(demand, candidates)));
    }

    /** Again for as long as the last to come waits: each round has fewer days. */
    private Plan around(Plan plan) {
        var last = lastToCome(plan);
        if (last.isEmpty() || !last.stream().allMatch(this::waits)) {
            return plan;
        }
        var day = last.getFirst().promisedDate();
        var sooner = dated.apply(Sourcing.plan(demand, before.apply(day)));
        return isAsGood(sooner, plan) ? around(sooner).because(passedOver(last)) : plan;
    }

    private static List<Shipment> lastToCome(Plan plan) {
        var latest = plan.shipments().stream().map(Shipment::promisedDate).max(LocalDate::compareTo);
        return plan.shipments().stream()
                .filter(shipment ->
                        latest.filter(shipment.promisedDate()::equals).isPresent())
                .toList();
    }

    private boolean waits(Shipment shipment) {
        return shipment.shipsOn() != null || delay(shipment) != Delay.NONE;
    }

    private Delay delay(Shipment shipment) {
        return candidates.stream()
                .filter(candidate -> candidate.hub().id().equals(shipment.hubId()))
                .map(Candidate::delay)
                .findFirst()
                .orElse(Delay.NONE);
    }

    private static boolean isAsGood(Plan sooner, Plan plan) {
        return sooner.shipments().size() <= plan.shipments().size()
                && sooner.shortages().equals(plan.shortages());
    }

    private String passedOver(List<Shipment> last) {
        return last.stream()
                .map(shipment -> " " + shipment.hubName() + " is passed over: it " + why(shipment)
                        + ", and would bring it on " + shipment.promisedDate() + " only.")
                .collect(joining());
    }

    private String why(Shipment shipment) {
        return shipment.shipsOn() == null ? delay(shipment).words() : "has to wait for some of it";
    }
}
