package io.nearstock.inventory.hub;

import io.nearstock.inventory.CalendarView;
import io.nearstock.inventory.GeoPoint;
import io.nearstock.inventory.Hub;
import org.jspecify.annotations.Nullable;

/** A hub as the API shows it; with its distance where the query named a place. */
record HubView(
        String id,
        String name,
        GeoPoint position,
        @Nullable String landmark,
        @Nullable String address,
        @Nullable Integer capacity,
        @Nullable Double serviceRadiusKm,
        @Nullable String opening,
        @Nullable CalendarView calendar,
        @Nullable Double distanceKm) {

    static HubView of(Hub hub, @Nullable Double km) {
        return new HubView(
                hub.id(),
                hub.name(),
                GeoPoint.of(hub.position()),
                hub.landmark(),
                hub.address(),
                hub.capacity(),
                hub.serviceRadiusKm(),
                hub.opening(),
                CalendarView.of(hub.calendar()),
                km == null ? null : Math.round(km * 10) / 10.0);
    }

    double sortKm() {
        return distanceKm == null ? 0 : distanceKm;
    }

    boolean isAfter(double km, String id) {
        return sortKm() > km || (sortKm() == km && this.id.compareTo(id) > 0);
    }
}
