package io.nearstock.inventory;

import static java.util.stream.Collectors.joining;

import io.nearstock.inventory.Departure.Delay;
import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;

/**
 * Passes over hubs that keep an order waiting where others bring all of it sooner in as many shipments, however far they
 * are. A hub that is only far away is no reason: nearness goes before speed, unless nearness is in vain.
 */
final class Detour {

    private final SequencedMap<String, Integer> demand;

    private Detour(SequencedMap<String, Integer> demand) {
        this.demand = demand;
    }

    /** Candidates come nearest first. */
    static Plan plan(SequencedMap<String, Integer> demand, List<Candidate> candidates) {
        return new Detour(demand).around(candidates, Sourcing.plan(demand, candidates));
    }

    /** Again for as long as the last to come waits: each round has fewer hubs, and fewer days. */
    private Plan around(List<Candidate> candidates, Plan plan) {
        var last = lastToCome(candidates, plan);
        if (last.isEmpty() || last.stream().anyMatch(hub -> hub.delay() == Delay.NONE)) {
            return plan;
        }
        var day = last.getFirst().promisedDate();
        var others = candidates.stream()
                .filter(candidate -> candidate.promisedDate().isBefore(day))
                .toList();
        var sooner = Sourcing.plan(demand, others);
        return isAsGood(sooner, plan) ? around(others, sooner).because(passedOver(last, day)) : plan;
    }

    private static List<Candidate> lastToCome(List<Candidate> candidates, Plan plan) {
        var latest = plan.shipments().stream().map(Shipment::promisedDate).max(LocalDate::compareTo);
        var hubs = plan.shipments().stream()
                .filter(shipment ->
                        latest.filter(shipment.promisedDate()::equals).isPresent())
                .map(Shipment::hubId)
                .toList();
        return candidates.stream()
                .filter(candidate -> hubs.contains(candidate.hub().id()))
                .toList();
    }

    private static boolean isAsGood(Plan sooner, Plan plan) {
        return sooner.shipments().size() <= plan.shipments().size()
                && sooner.shortages().equals(plan.shortages());
    }

    private static String passedOver(List<Candidate> hubs, LocalDate day) {
        return hubs.stream()
                .map(hub -> " " + hub.hub().name() + " is passed over: it "
                        + hub.delay().words() + ", and would bring it on " + day + " only.")
                .collect(joining());
    }
}
