package io.nearstock.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Decides which hubs send an order: one shipment from the nearest hub that covers everything; else the fewest shipments,
 * then the least distance together, then the least wear of stock. Distances count as they are shown, each rounded to
 * 100 m. Within the chosen hubs the nearest gives first.
 */
final class Sourcing {

    private final SequencedMap<String, Integer> demand;
    private final List<Candidate> candidates;

    /** Candidates come nearest first. */
    private Sourcing(SequencedMap<String, Integer> demand, List<Candidate> candidates) {
        this.demand = demand;
        this.candidates = candidates;
    }

    static Plan plan(SequencedMap<String, Integer> demand, List<Candidate> candidates) {
        return new Sourcing(demand, candidates).plan();
    }

    private Plan plan() {
        var coverable = new LinkedHashMap<String, Integer>();
        var shortages = new ArrayList<Shortage>();
        demand.forEach((sku, requested) -> {
            var available = (int) Math.min(Integer.MAX_VALUE, available(sku));
            coverable.put(sku, Math.min(requested, available));
            if (available < requested) {
                shortages.add(new Shortage(sku, requested, available));
            }
        });
        var cover = cover(coverable);
        var chosen = cover.fewest();
        return new Plan(shipments(chosen, coverable), List.copyOf(shortages), reason(cover, chosen, shortages));
    }

    private long available(String sku) {
        return candidates.stream().mapToLong(candidate -> candidate.has(sku)).sum();
    }

    private Cover cover(Map<String, Integer> needed) {
        var stock = candidates.stream()
                .map(candidate ->
                        needed.keySet().stream().mapToInt(candidate::has).toArray())
                .toArray(int[][]::new);
        var way = candidates.stream().mapToLong(Candidate::hundredMetres).toArray();
        return new Cover(needed.values().stream().mapToInt(units -> units).toArray(), stock, way);
    }

    private List<Shipment> shipments(int[] chosen, Map<String, Integer> needed) {
        var missing = new HashMap<>(needed);
        var shipments = new ArrayList<Shipment>();
        for (int index : chosen) {
            var candidate = candidates.get(index);
            shipments.add(shipment(candidate, take(candidate, missing)));
        }
        return List.copyOf(shipments);
    }

    private List<Line> take(Candidate candidate, Map<String, Integer> missing) {
        var lines = new ArrayList<Line>();
        for (var sku : demand.sequencedKeySet()) {
            var units = Math.min(missing.getOrDefault(sku, 0), candidate.has(sku));
            if (units > 0) {
                lines.add(new Line(sku, units));
                missing.merge(sku, -units, Integer::sum);
            }
        }
        return List.copyOf(lines);
    }

    private static Shipment shipment(Candidate candidate, List<Line> lines) {
        var hub = candidate.hub();
        var km = candidate.roundedKm();
        return new Shipment(hub.id(), hub.name(), hub.position(), km, candidate.promisedDate(), lines);
    }

    private String reason(Cover cover, int[] chosen, List<Shortage> shortages) {
        if (chosen.length == 0) {
            return "No hub that delivers there has any of it.";
        }
        var plan = (chosen.length == 1 ? single(cover, chosen[0]) : several(cover, chosen)) + evened(cover);
        return shortages.isEmpty()
                ? plan
                : plan + " That is what there is; " + shortages.size() + " products are short.";
    }

    private String single(Cover cover, int chosen) {
        var able = 0;
        for (int hub = 0; hub < candidates.size(); hub++) {
            able += cover.covers(hub) ? 1 : 0;
        }
        var name = candidates.get(chosen).hub().name();
        var way = km(candidates.get(chosen).distanceKm());
        return able == 1
                ? "One shipment over " + way + ": only " + name + " has everything."
                : "One shipment over " + way + ": " + name + " is the nearest of " + able
                        + " hubs that have everything.";
    }

    private String several(Cover cover, int[] chosen) {
        var hubs = Arrays.stream(chosen).mapToObj(candidates::get).toList();
        var names = hubs.stream().map(each -> each.hub().name()).collect(Collectors.joining(" and "));
        var way = km(hubs.stream().mapToDouble(Candidate::distanceKm).sum());
        var claim = cover.isExact() ? " shipments are the fewest, and from " : " shipments suffice, from ";
        return "No hub has everything: " + chosen.length + claim + names
                + (cover.isExact() ? " they travel least, " : " over ") + way + " together.";
    }

    private static String evened(Cover cover) {
        return cover.isEvened() ? " Of plans as good it takes the smallest share of what hubs have." : "";
    }

    private static String km(double km) {
        return String.format(Locale.ROOT, "%.1f km", km);
    }
}
