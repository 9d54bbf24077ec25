package io.nearstock.catalog.intake;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Variants;
import io.nearstock.catalog.intake.ImportJob.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the rows that would break what holds of products and their variants; what they say is good by itself. */
@Component
final class CheckVariants {

    private final Products products;
    private final Variants variants;
    private final ImportJobs jobs;

    CheckVariants(Products products, Variants variants, ImportJobs jobs) {
        this.products = products;
        this.variants = variants;
        this.jobs = jobs;
    }

    /** Takes them out; first those that are no variants, as variants may name one of them. */
    List<RowError> removeWrong(ImportJob job, Map<Long, Row.Legible> good) {
        var known = known(good.values());
        var errors = new ArrayList<RowError>();
        var families = new FamilyRules(variants, known, job.phase() == Phase.CHECKING ? seen(job, good) : Set.of());
        remove(good, false, families, errors);
        good.values().stream()
                .filter(row -> row.variantOf() == null)
                .forEach(row -> families.offers(row.draft().sku()));
        remove(good, true, families, errors);
        return errors;
    }

    private static void remove(
            Map<Long, Row.Legible> good, boolean variants, FamilyRules families, List<RowError> errors) {
        good.values().removeIf(row -> {
            var error = variants == (row.variantOf() != null) ? families.error(row) : null;
            Stream.ofNullable(error).forEach(errors::add);
            return error != null;
        });
    }

    /** While nothing is applied yet, what earlier rows offer is not there. */
    private Set<String> seen(ImportJob job, Map<Long, Row.Legible> good) {
        return jobs.seen(
                job.id(),
                good.values().stream()
                        .flatMap(row -> Stream.ofNullable(row.variantOf()))
                        .toList());
    }

    /** By SKU: what the rows describe, the products whose variants they shall be, and those whose variants they are. */
    private Map<String, Product> known(Collection<Row.Legible> rows) {
        var skus = new HashSet<String>();
        rows.forEach(row -> {
            skus.add(row.draft().sku());
            Stream.ofNullable(row.variantOf()).forEach(skus::add);
        });
        var bySku = new HashMap<String, Product>();
        products.ofSkus(skus).forEach(product -> bySku.put(product.sku(), product));
        var parents = bySku.values().stream()
                .map(Product::variantOf)
                .filter(Objects::nonNull)
                .toList();
        products.ofIds(parents).forEach(product -> bySku.put(product.sku(), product));
        return bySku;
    }
}
