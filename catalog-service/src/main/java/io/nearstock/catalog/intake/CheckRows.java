package io.nearstock.catalog.intake;

import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.ProductDraft;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the rows that can be used from those that cannot, by the rules that a single product has to keep too. */
@Component
final class CheckRows {

    /** The good drafts by their row, and what is wrong with the others. */
    record Checked(Map<Long, Row.Legible> good, List<RowError> errors) {

        long failed() {
            return errors.stream().map(RowError::row).distinct().count();
        }
    }

    private final Validator validator;
    private final CatalogSettings settings;
    private final CheckVariants variants;
    private final ImportJobs jobs;

    CheckRows(Validator validator, CatalogSettings settings, CheckVariants variants, ImportJobs jobs) {
        this.validator = validator;
        this.settings = settings;
        this.variants = variants;
        this.jobs = jobs;
    }

    Checked check(ImportJob job, List<Row> rows) {
        var good = new LinkedHashMap<Long, Row.Legible>();
        var errors = new ArrayList<RowError>();
        for (var read : rows) {
            switch (read) {
                case Row.Illegible(var _, var error) -> errors.add(error);
                case Row.Priced _ -> throw new IllegalStateException("a price among products");
                case Row.Legible row -> {
                    var found = errors(row.number(), row.draft());
                    if (found.isEmpty()) {
                        good.put(row.number(), row);
                    }
                    errors.addAll(found);
                }
            }
        }
        errors.addAll(removeRepeated(job.id(), good));
        errors.addAll(variants.removeWrong(job, good));
        return new Checked(good, errors);
    }

    private List<RowError> errors(long number, ProductDraft draft) {
        var errors = new ArrayList<RowError>();
        for (var violation : validator.validate(draft)) {
            errors.add(RowError.of(number, draft.sku(), violation));
        }
        if (draft.status() != null && !draft.status().equals("active")) {
            var detail = "An import offers what is sold: leave the status out, or say active.";
            errors.add(new RowError(number, draft.sku(), "status", "wrong_status", detail));
        }
        if (errors.isEmpty() && !draft.price().currency().equals(settings.currency())) {
            errors.add(new RowError(
                    number,
                    draft.sku(),
                    "price.currency",
                    "wrong_currency",
                    "Prices here are in " + settings.currency() + "."));
        }
        return errors;
    }

    /** The first row of a SKU counts: else a second upload of the same rows would change products to and fro. */
    private List<RowError> removeRepeated(String job, Map<Long, Row.Legible> good) {
        var rowBySku = new LinkedHashMap<String, Long>();
        good.forEach((number, row) -> rowBySku.putIfAbsent(row.draft().sku(), number));
        var first = jobs.firstSeen(job, rowBySku);
        var errors = new ArrayList<RowError>();
        good.entrySet().removeIf(entry -> {
            var sku = entry.getValue().draft().sku();
            var repeated = !entry.getKey().equals(first.get(sku));
            if (repeated) {
                errors.add(new RowError(
                        entry.getKey(), sku, "sku", "duplicate_sku", "Row " + first.get(sku) + " has this SKU."));
            }
            return repeated;
        });
        return errors;
    }
}
