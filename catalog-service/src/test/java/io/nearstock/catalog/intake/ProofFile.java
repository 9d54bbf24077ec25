package io.nearstock.catalog.intake;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.search.Fashion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link ImportProof} imports, and what must come of it.
 *
 * @param errors by row, field and code
 */
record ProofFile(Path path, int rows, List<String> errors) {

    /** A row that cannot be used, with its number, and the field and code by which it is told. */
    private record Bad(String row, String told) {}

    private static final List<Bad> BAD = List.of(
            new Bad("""
                {"sku": "B%d", "name": " ", "category": "c", "price": {"amount": 5, "currency": "GBP"}}\
                """, "name required"),
            new Bad("""
                {"sku": "B%d", "name": "N", "category": "c", "price": {"amount": -5, "currency": "GBP"}}\
                """, "price.amount not_positive"),
            new Bad("""
                {"sku": "B%d", "name": "N", "category": "c", "price": {"amount": 5, "currency": "EUR"}}\
                """, "price.currency wrong_currency"),
            new Bad("""
                {"sku": "B%d", "name": "N", "category": "c", "colour": "red"}\
                """, "colour unknown_field"),
            new Bad("""
                {"sku": "B%d", "name"\
                """, " malformed_row"));

    static ProofFile made(int rows, int bad) throws IOException {
        var every = rows / bad;
        var file = Files.createTempFile("import-proof", ".ndjson");
        var errors = new ArrayList<String>();
        try (var out = Files.newBufferedWriter(file)) {
            for (int row = 1; row <= rows; row++) {
                if (row % every == 0 && errors.size() < bad) {
                    var wrong = BAD.get(errors.size() % BAD.size());
                    errors.add(row + " " + wrong.told());
                    out.write(wrong.row().formatted(row));
                } else {
                    out.write(good(row));
                }
                out.newLine();
            }
        }
        return new ProofFile(file, rows, errors);
    }

    static ProofFile of(Fashion fashion) throws IOException {
        var json = new JsonMapper();
        var products = fashion.products(44_000);
        var file = Files.createTempFile("import-proof", ".ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            for (var product : products) {
                out.write(json.writeValueAsString(ProductDraft.of(product)));
                out.newLine();
            }
        }
        return new ProofFile(file, products.size(), List.of());
    }

    private static String good(int row) {
        return """
            {"sku": "P%d", "name": "Thing number %d", "description": "Made for the import, in a sentence or so.", \
            "brand": "Brand %d", "category": "proof/part %d", "price": {"amount": %d, "currency": "GBP"}, \
            "attributes": {"colour": "colour %d", "size": "size %d"}}\
            """.formatted(row, row, row % 300, row % 50, 100 + row % 9000, row % 20, row % 8);
    }

    /** After it was imported twice, once through a crash: the second time nothing has changed, and each bad row is told each time. */
    void audit(MongoDatabase database) {
        var jobs = database.getCollection("importJobs")
                .find()
                .sort(ascending("createdAt"))
                .into(new ArrayList<>());
        assertThat(jobs).hasSize(2).allSatisfy(job -> {
            assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
            assertThat(numbers(job, "processed", "failed")).containsExactly((long) rows, (long) errors.size());
            assertThat(errors(database, job.getString("_id"))).isEqualTo(errors);
        });
        assertThat(numbers(jobs.getLast(), "created", "changed", "unchanged")).containsExactly(0L, 0L, good());
        auditProducts(database);
        System.out.printf("%d products, each written once; %d bad rows told, twice%n", good(), errors.size());
    }

    private void auditProducts(MongoDatabase database) {
        var skus = new HashSet<String>();
        var versions = new TreeSet<Long>();
        var products =
                database.getCollection("products").find().projection(new Document("sku", 1).append("version", 1));
        for (var product : products) {
            skus.add(product.getString("sku"));
            versions.add(product.getLong("version"));
        }
        assertThat((long) skus.size())
                .isEqualTo(good())
                .isEqualTo(database.getCollection("products").countDocuments());
        assertThat(versions).containsExactly(1L);
    }

    private static List<String> errors(MongoDatabase database, String job) {
        return database.getCollection("importErrors").find(eq("job", job)).into(new ArrayList<>()).stream()
                .map(stored -> stored.get("error", Document.class))
                .sorted(comparing(error -> error.getLong("row")))
                .map(error -> error.getLong("row") + " " + error.getString("field") + " " + error.getString("code"))
                .toList();
    }

    private static List<Long> numbers(Document job, String... names) {
        return List.of(names).stream().map(job::getLong).toList();
    }

    private long good() {
        return (long) rows - errors.size();
    }
}
