package io.nearstock.inventory.supplier;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Ids;
import io.nearstock.chassis.web.IfMatch;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.CalendarView;
import io.nearstock.inventory.Score;
import io.nearstock.inventory.Scores;
import io.nearstock.inventory.Supplier;
import io.nearstock.inventory.Suppliers;
import io.nearstock.inventory.WorkCalendar;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SupplierController {

    /**
     * A supplier as staff describes it.
     *
     * @param country ISO 3166
     * @param calendar the days that count of its lead times; all where it is missing
     */
    record SupplierRequest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
            @Nullable @Valid CalendarView calendar) {

        @Nullable
        WorkCalendar days() {
            return calendar == null ? null : calendar.calendar();
        }
    }

    record Suspension(@NotBlank @Size(max = 200) String reason) {}

    record SupplierView(
            String id,
            String name,
            @Nullable String country,
            @Nullable CalendarView calendar,
            String status,
            @Nullable String reason) {

        static SupplierView of(Supplier supplier) {
            var status = supplier.suspended() == null ? "active" : "suspended";
            return new SupplierView(
                    supplier.id(),
                    supplier.name(),
                    supplier.country(),
                    CalendarView.of(supplier.calendar()),
                    status,
                    supplier.suspended());
        }
    }

    /** A supplier's score and what its parts count for. */
    record ScoreView(String supplierId, Score score, Score.Weights weights) {}

    private final Suppliers suppliers;
    private final Scores scores;
    private final Clock clock;

    SupplierController(Suppliers suppliers, Scores scores, Clock clock) {
        this.suppliers = suppliers;
        this.scores = scores;
        this.clock = clock;
    }

    @PostMapping("/api/suppliers")
    @Answers("201")
    ResponseEntity<SupplierView> add(@Valid @RequestBody SupplierRequest request) {
        var supplier = Supplier.of(Ids.next("sup"), request.name(), request.country(), request.days());
        suppliers.add(supplier);
        return ResponseEntity.created(URI.create("/api/suppliers/" + supplier.id()))
                .eTag(Etags.of(supplier.version()))
                .body(SupplierView.of(supplier));
    }

    @GetMapping("/api/suppliers")
    Page<SupplierView> suppliers(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(suppliers.after(after, page.limit() + 1), page, last -> Cursor.of(last.id()))
                .map(SupplierView::of);
    }

    @GetMapping("/api/suppliers/{id}")
    @Answers({"200", "304"})
    ResponseEntity<SupplierView> supplier(@PathVariable String id) {
        var supplier = find(id);
        return Etags.ok(SupplierView.of(supplier), supplier.version());
    }

    @PutMapping("/api/suppliers/{id}")
    @Answers("200")
    ResponseEntity<?> change(@PathVariable String id, @Valid @RequestBody SupplierRequest request, IfMatch seen) {
        return replace(find(id).described(request.name(), request.country(), request.days()), seen);
    }

    /** Nothing is ordered there any more; its orders stay. */
    @DeleteMapping("/api/suppliers/{id}")
    @Answers("204")
    ResponseEntity<?> remove(@PathVariable String id, IfMatch seen) {
        var next = find(id).leaving();
        return isCurrent(next, seen) && suppliers.replace(next)
                ? ResponseEntity.noContent().build()
                : Etags.stale();
    }

    @PostMapping("/api/suppliers/{id}/suspend")
    @Answers("200")
    ResponseEntity<?> suspend(@PathVariable String id, @Valid @RequestBody Suspension suspension, IfMatch seen) {
        return replace(find(id).suspendedFor(suspension.reason()), seen);
    }

    @PostMapping("/api/suppliers/{id}/reinstate")
    @Answers("200")
    ResponseEntity<?> reinstate(@PathVariable String id, IfMatch seen) {
        return replace(find(id).reinstated(clock.instant()), seen);
    }

    @GetMapping("/api/suppliers/{id}/score")
    ScoreView score(@PathVariable String id) {
        var supplier = find(id);
        return new ScoreView(supplier.id(), scores.of(supplier.id()), Score.WEIGHTS);
    }

    private ResponseEntity<?> replace(Supplier next, IfMatch seen) {
        return isCurrent(next, seen) && suppliers.replace(next)
                ? Etags.ok(SupplierView.of(next), next.version())
                : Etags.stale();
    }

    private static boolean isCurrent(Supplier next, IfMatch seen) {
        return next.version() - 1 == seen.version();
    }

    private Supplier find(String id) {
        return suppliers.find(id).orElseThrow(() -> new UnknownIdException(id));
    }
}
