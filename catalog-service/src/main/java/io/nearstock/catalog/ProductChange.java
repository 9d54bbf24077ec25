package io.nearstock.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What an edit has made of a product; kept for good.
 *
 * @param version the product's version that came of it
 * @param fields none where the product is new: what it was then is what later changes tell, or still so
 */
public record ProductChange(
        @BsonId String id,
        String productId,
        long version,
        String actor,
        @Nullable String jobId,
        Instant at,
        List<FieldChange> fields) {

    /** Null where the field was not there, or is not any more; {@code field} is a pointer into what staff write. */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}

    static ProductChange created(String productId, Edit edit) {
        return of(productId, 1, edit, List.of());
    }

    static ProductChange between(Product before, Product after, Edit edit) {
        var was = ProductFields.of(before);
        var is = ProductFields.of(after);
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        var fields = names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> new FieldChange(name, was.get(name), is.get(name)))
                .toList();
        return of(after.id(), after.version(), edit, fields);
    }

    private static ProductChange of(String productId, long version, Edit edit, List<FieldChange> fields) {
        var id = productId + "/" + version;
        return new ProductChange(id, productId, version, edit.actor(), edit.jobId(), edit.at(), fields);
    }
}
