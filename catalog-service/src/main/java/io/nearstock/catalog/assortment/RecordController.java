package io.nearstock.catalog.assortment;

import static io.nearstock.catalog.ProductStatus.named;

import io.nearstock.catalog.ProductChange;
import io.nearstock.catalog.ProductChange.FieldChange;
import io.nearstock.catalog.ProductView;
import io.nearstock.catalog.Products;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What only staff see of the assortment: products that are not sold, and who has changed what. */
@RestController
final class RecordController {

    record ChangeView(
            long version,
            Instant at,
            String actor,
            @Nullable String jobId,
            List<FieldChange> changes) {

        static ChangeView of(ProductChange change) {
            return new ChangeView(change.version(), change.at(), change.actor(), change.jobId(), change.fields());
        }
    }

    private final Products products;
    private final Clock clock;

    RecordController(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    @GetMapping("/api/products/withheld")
    Page<ProductView> withheld(
            @RequestParam(defaultValue = "draft") @Pattern(regexp = "draft|discontinued") String status,
            PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var found = products.withStatus(named(status), after, page.limit() + 1);
        return Page.of(found, page, last -> Cursor.of(last.id()))
                .map(product -> ProductView.of(product, clock.instant()));
    }

    /** The newest first; the rating is no change that anybody makes. */
    @GetMapping("/api/products/{id}/changes")
    Page<ChangeView> changes(@PathVariable String id, PageRequest page) {
        var before = page.cursor().map(RecordController::version).orElse(Long.MAX_VALUE);
        var found = products.changes(products.of(id), before, page.limit() + 1);
        return Page.of(found, page, last -> Cursor.of(Long.toString(last.version())))
                .map(ChangeView::of);
    }

    private static long version(Cursor cursor) {
        var version = cursor.parts(1).getFirst();
        if (!version.matches("\\d{1,18}")) {
            throw Cursor.malformed();
        }
        return Long.parseLong(version);
    }
}
