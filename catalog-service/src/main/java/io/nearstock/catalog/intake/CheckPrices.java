package io.nearstock.catalog.intake;

import static java.util.stream.Collectors.toSet;

import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the rows of prices that can be used from those that cannot. */
@Component
final class CheckPrices {

    /** The good prices by their row, and what is wrong with the others. */
    record Checked(Map<Long, PriceDraft> good, List<RowError> errors) {

        long failed() {
            return errors.stream().map(RowError::row).distinct().count();
        }
    }

    private final Validator validator;
    private final CatalogSettings settings;
    private final Products products;
    private final ImportJobs jobs;

    CheckPrices(Validator validator, CatalogSettings settings, Products products, ImportJobs jobs) {
        this.validator = validator;
        this.settings = settings;
        this.products = products;
        this.jobs = jobs;
    }

    Checked check(ImportJob job, List<Row> rows) {
        var known = known(rows);
        var good = new LinkedHashMap<Long, PriceDraft>();
        var errors = new ArrayList<RowError>();
        for (var row : rows) {
            switch (row) {
                case Row.Illegible(var _, var error) -> errors.add(error);
                case Row.Legible _ -> throw new IllegalStateException("a product among prices");
                case Row.Priced(var number, var draft) -> {
                    var found = errors(number, draft, known);
                    if (found.isEmpty()) {
                        good.put(number, draft);
                    }
                    errors.addAll(found);
                }
            }
        }
        errors.addAll(removeRepeated(job, good));
        return new Checked(good, errors);
    }

    private Set<String> known(List<Row> rows) {
        var skus = new ArrayList<String>();
        for (var row : rows) {
            if (row instanceof Row.Priced(var _, var draft) && draft.sku() != null) {
                skus.add(draft.sku());
            }
        }
        return products.ofSkus(skus).stream().map(Product::sku).collect(toSet());
    }

    private List<RowError> errors(long number, PriceDraft draft, Set<String> known) {
        var errors = new ArrayList<RowError>();
        for (var violation : validator.validate(draft)) {
            errors.add(RowError.of(number, draft.sku(), violation));
        }
        if (draft.from(Instant.EPOCH).isEmpty()) {
            var detail = "This is a day such as 2027-01-31, or a moment such as 2027-01-31T08:00:00Z.";
            errors.add(new RowError(number, draft.sku(), "effectiveFrom", "malformed", detail));
        }
        if (errors.isEmpty() && !draft.price().currency().equals(settings.currency())) {
            var detail = "Prices here are in " + settings.currency() + ".";
            errors.add(new RowError(number, draft.sku(), "price.currency", "wrong_currency", detail));
        }
        if (errors.isEmpty() && !known.contains(draft.sku())) {
            errors.add(new RowError(number, draft.sku(), "sku", "unknown_sku", "There is no such product."));
        }
        return errors;
    }

    /** A product has one price of now and one of each later moment: the first row counts. */
    private List<RowError> removeRepeated(ImportJob job, Map<Long, PriceDraft> good) {
        var rows = new LinkedHashMap<String, Long>();
        good.forEach((row, draft) -> rows.putIfAbsent(key(draft, job.createdAt()), row));
        var first = jobs.firstSeen(job.id(), rows);
        var errors = new ArrayList<RowError>();
        good.entrySet().removeIf(entry -> {
            var seen = first.get(key(entry.getValue(), job.createdAt()));
            var repeated = !entry.getKey().equals(seen);
            if (repeated) {
                var detail = "Row " + seen + " has this SKU from the same moment on.";
                errors.add(new RowError(entry.getKey(), entry.getValue().sku(), "sku", "duplicate_sku", detail));
            }
            return repeated;
        });
        return errors;
    }

    private static String key(PriceDraft draft, Instant uploaded) {
        var from = draft.from(uploaded).orElseThrow();
        return from.isAfter(uploaded) ? draft.sku() + "@" + from : draft.sku();
    }
}
