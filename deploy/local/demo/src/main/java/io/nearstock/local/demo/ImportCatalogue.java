package io.nearstock.local.demo;

import static java.util.stream.Collectors.joining;

import io.nearstock.local.demo.retail.Aisles;
import io.nearstock.local.demo.retail.RetailMonth;
import io.nearstock.local.demo.retail.RetailProduct;
import io.nearstock.local.demo.shop.Answer;
import io.nearstock.local.demo.shop.Shop;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands the catalogue to the shop as one stream, unsellable products included, and reads what was refused. */
final class ImportCatalogue {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Shop staff;
    private final Screen screen;

    ImportCatalogue(Shop staff, Screen screen) {
        this.staff = staff;
        this.screen = screen;
    }

    ImportedCatalogue of(RetailMonth month) {
        var products = List.copyOf(month.products());
        var rows = products.stream().map(ImportCatalogue::row).collect(joining("\n"));
        var path = "/api/products/import?policy=ignore_failed";
        var job = staff.post(
                        path, "application/x-ndjson", rows, "demo-catalogue-" + Integer.toHexString(rows.hashCode()))
                .expect(202);
        var location = job.headers().firstValue("Location").orElseThrow();
        var end = Polling.until(
                PATIENCE, () -> told(staff.get(location).expect(200), products.size()), ImportCatalogue::ended);
        if (!end.text("/status").equals("succeeded")) {
            throw new IllegalStateException("the import ended as " + end.body());
        }
        return errors(end, location + "/errors", products);
    }

    private static String row(RetailProduct product) {
        return Shop.JSON.writeValueAsString(Map.of(
                "sku", product.stockCode(),
                "name", product.name(),
                "category", Aisles.of(product.name()),
                "price", Map.of("amount", product.pence(), "currency", "GBP")));
    }

    private Answer told(Answer job, int total) {
        screen.progress(
                "importing products",
                job.number("/processed"),
                total,
                job.number("/failed") + " refused, as nobody can sell them");
        return job;
    }

    private static boolean ended(Answer job) {
        return job.text("/status").equals("succeeded") || job.text("/status").equals("failed");
    }

    private ImportedCatalogue errors(Answer job, String path, List<RetailProduct> products) {
        var reasons = new TreeMap<String, Integer>();
        var skus = new HashSet<String>();
        var page = staff.get(path + "?limit=100").expect(200);
        while (true) {
            for (var error : page.body().path("items")) {
                var reason = error.path("field").asString() + ": "
                        + error.path("code").asString();
                reasons.merge(reason, 1, Integer::sum);
                skus.add(products.get(error.path("row").asInt() - 1).stockCode());
            }
            if (page.text("/nextCursor").isEmpty()) {
                return new ImportedCatalogue(job.number("/processed"), job.number("/failed"), reasons, skus);
            }
            page = staff.get(path + "?limit=100&cursor=" + page.text("/nextCursor"))
                    .expect(200);
        }
    }
}
