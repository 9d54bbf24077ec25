package io.nearstock.local.database;

import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a table.
 *
 * @param sort in no order where null
 * @param limit 0 for none
 * @param fields of each document; all where null
 * @param copy of a stored document, for who will write into what it gets
 */
record Search(
        Document query,
        @Nullable Document sort,
        int skip,
        int limit,
        int batchSize,
        @Nullable Document fields,
        UnaryOperator<Document> copy) {

    /** What only the wire will read is not copied; aggregation stages may write anywhere. Empty for other ways to ask. */
    static Optional<Search> of(QueryParameters parameters) {
        var selector = parameters.getQuerySelector();
        var skip = parameters.getNumberToSkip();
        var limit = parameters.getLimit();
        if (selector.containsKey("query")) {
            return Optional.empty();
        }
        if (selector.get("$query") instanceof Document query) {
            var sort = (Document) selector.get("$orderby");
            var fields = parameters.getProjection();
            var all = new Search(query, sort, skip, limit, parameters.getBatchSize(), fields, UnaryOperator.identity());
            return Optional.of(all.leavingOut());
        }
        var read = selector.isEmpty() ? FirstRead.take() : FirstRead.of(selector);
        return Optional.of(new Search(read.filter(), null, skip, limit, 0, null, read.copy()));
    }

    /** Whole fields are left out before the library sees it: that copies all of a document, and then takes them away. */
    private Search leavingOut() {
        return fields != null && leavesOutOnly(fields) && !sortsBy(fields.keySet()) ? without(fields.keySet()) : this;
    }

    private static boolean leavesOutOnly(Document fields) {
        return !fields.isEmpty()
                && fields.entrySet().stream().allMatch(field -> isWhole(field.getKey()) && isNo(field.getValue()));
    }

    private static boolean isWhole(String field) {
        return !field.contains(".") && !field.startsWith("$") && !field.equals("_id");
    }

    private static boolean isNo(@Nullable Object value) {
        return (value instanceof Boolean || value instanceof Number) && !Utils.isTrue(value);
    }

    private boolean sortsBy(Set<String> names) {
        return sort != null
                && sort.keySet().stream()
                        .map(path -> new FieldPath(path).first())
                        .anyMatch(names::contains);
    }

    private Search without(Set<String> names) {
        return new Search(query, sort, skip, limit, batchSize, null, document -> {
            var rest = new Document(document);
            names.forEach(rest::remove);
            return rest;
        });
    }
}
