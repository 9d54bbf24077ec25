package io.nearstock.inventory.hub;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Ids;
import io.nearstock.chassis.web.IfMatch;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.CalendarView;
import io.nearstock.inventory.Distances;
import io.nearstock.inventory.GeoPoint;
import io.nearstock.inventory.Hub;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.Near;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class HubController {

    record HubRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Valid GeoPoint position,
            @Nullable @Size(max = 200) String landmark,
            @Nullable @Size(max = 500) String address,
            @Nullable @Positive Integer capacity,
            @Nullable @Positive Double serviceRadiusKm,
            @Nullable @Size(max = 200) String opening,
            @Nullable @Valid CalendarView calendar) {

        Hub hub(String id, long version) {
            return new Hub(
                    id,
                    name,
                    position.position(),
                    landmark,
                    address,
                    capacity,
                    serviceRadiusKm,
                    opening,
                    calendar == null ? null : calendar.calendar(),
                    version);
        }
    }

    private final Hubs hubs;
    private final Distances distances;

    HubController(Hubs hubs, Distances distances) {
        this.hubs = hubs;
        this.distances = distances;
    }

    @PostMapping("/api/hubs")
    @Answers("201")
    ResponseEntity<HubView> open(@Valid @RequestBody HubRequest request) {
        var hub = request.hub(Ids.next("hub"), 1);
        hubs.add(hub);
        return ResponseEntity.created(URI.create("/api/hubs/" + hub.id()))
                .eTag(Etags.of(hub.version()))
                .body(HubView.of(hub, null));
    }

    @PutMapping("/api/hubs/{id}")
    @Answers("200")
    ResponseEntity<?> change(@PathVariable String id, @Valid @RequestBody HubRequest request, IfMatch seen) {
        var hub = find(id);
        if (hub.version() != seen.version()) {
            return Etags.stale();
        }
        var next = request.hub(id, hub.version() + 1);
        return hubs.replace(next) ? Etags.ok(HubView.of(next, null), next.version()) : Etags.stale();
    }

    @GetMapping("/api/hubs/{id}")
    @Answers({"200", "304"})
    ResponseEntity<HubView> hub(@PathVariable String id) {
        var hub = find(id);
        return Etags.ok(HubView.of(hub, null), hub.version());
    }

    private Hub find(String id) {
        return hubs.find(id).orElseThrow(() -> new UnknownIdException(id));
    }

    /** The nearest first where a place is given, else in the order of their opening. */
    @GetMapping("/api/hubs")
    Page<HubView> hubs(@RequestParam @Nullable String near, @RequestParam @Nullable Double radiusKm, PageRequest page) {
        var place = Near.of(near, radiusKm);
        var order = Comparator.comparingDouble(HubView::sortKm).thenComparing(HubView::id);
        var after = page.cursor().map(cursor -> cursor.parts(2)).orElse(List.of());
        var listed = hubs.around(place).stream()
                .map(hub -> HubView.of(hub, place.km(hub, distances)))
                .filter(hub -> place.reaches(hub.sortKm()))
                .sorted(order)
                .filter(hub -> after.isEmpty() || hub.isAfter(km(after.getFirst()), after.getLast()))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(listed, page, last -> Cursor.of(Double.toString(last.sortKm()), last.id()));
    }

    private static double km(String part) {
        try {
            return Double.parseDouble(part);
        } catch (NumberFormatException _) {
            throw Cursor.malformed();
        }
    }
}
