package io.nearstock.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows orders with the way that their goods have come. */
@Component
public final class Tracks {

    private final Hubs hubs;
    private final Distances distances;

    Tracks(Hubs hubs, Distances distances) {
        this.hubs = hubs;
        this.distances = distances;
    }

    public PurchaseOrderView view(PurchaseOrder order) {
        return PurchaseOrderView.of(order, of(order));
    }

    /** One for each notice that was named, and one for what names none; the one that was seen last is the first. */
    public List<TrackingView> of(PurchaseOrder order) {
        var ways = new Journey(order)
                .sightings().stream().collect(groupingBy(seen -> Optional.ofNullable(seen.notice()), toList()));
        return ways.values().stream()
                .map(way -> view(order, way))
                .sorted(Comparator.comparing(TrackingView::at).reversed())
                .toList();
    }

    private TrackingView view(PurchaseOrder order, List<Sighting> way) {
        var last = way.getLast();
        var route = Stream.concat(way.stream().map(Sighting::position), Stream.of(hub(order)));
        return new TrackingView(
                last.notice(),
                GeoPoint.of(last.position()),
                last.at(),
                order.expectedOn(),
                GeoLine.of(route.toList()),
                distanceKm(order, last));
    }

    /** To 100 m. */
    double distanceKm(PurchaseOrder order, Sighting seen) {
        return Math.round(distances.km(seen.position(), hub(order)) * 10) / 10.0;
    }

    private Position hub(PurchaseOrder order) {
        return hubs.known(order.hubId()).orElseThrow().position();
    }
}
