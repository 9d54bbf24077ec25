package io.nearstock.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.PlannedPrice;
import io.nearstock.catalog.PlannedPrices;
import io.nearstock.catalog.Products;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnknownIdException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff what a product is to cost later, and takes back what has not begun. */
@RestController
@RequestMapping("/api/products/{id}/prices/planned")
final class PlannedPriceController {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlannedPriceView(
            Instant effectiveFrom,
            Money price,
            String actor,
            @Nullable String jobId) {

        static PlannedPriceView of(PlannedPrice planned) {
            var job = planned.jobId().isEmpty() ? null : planned.jobId();
            return new PlannedPriceView(planned.from(), planned.price(), planned.actor(), job);
        }
    }

    private final PlannedPrices planned;
    private final Products products;
    private final Clock clock;

    PlannedPriceController(PlannedPrices planned, Products products, Clock clock) {
        this.planned = planned;
        this.products = products;
        this.clock = clock;
    }

    /** The next first. */
    @GetMapping
    Page<PlannedPriceView> list(@PathVariable String id, PageRequest page) {
        var now = clock.instant();
        var after = page.cursor().map(PlannedPriceController::moment).orElse(now);
        var listed = planned.after(products.of(id).sku(), after.isAfter(now) ? after : now, page.limit() + 1);
        return Page.of(listed, page, last -> Cursor.of(last.from().toString())).map(PlannedPriceView::of);
    }

    /** What has begun, or was taken back before, is not there any more: 404. */
    @DeleteMapping("/{effectiveFrom}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, @PathVariable Instant effectiveFrom) {
        if (!effectiveFrom.isAfter(clock.instant())
                || effectiveFrom.isAfter(PlannedPrice.END)
                || !planned.remove(products.of(id).sku(), effectiveFrom)) {
            throw new UnknownIdException(effectiveFrom.toString());
        }
    }

    private static Instant moment(Cursor cursor) {
        try {
            var moment = Instant.parse(cursor.parts(1).getFirst());
            if (moment.isAfter(PlannedPrice.END) || moment.isBefore(Instant.EPOCH)) {
                throw Cursor.malformed();
            }
            return moment;
        } catch (DateTimeParseException _) {
            throw Cursor.malformed();
        }
    }
}
