package io.nearstock.local.database;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotted path into a document, through arrays of documents too. */
final class FieldPath {

    private final String[] names;

    FieldPath(String path) {
        this.names = path.split("\\.", -1);
    }

    String first() {
        return names[0];
    }

    /**
     * What a document has there: a value, null, {@link Missing}, {@link ValueOrder.Empty}, or, where an array is on the
     * way, the list of its elements' values, which is never empty.
     */
    @Nullable
    Object in(Document document) {
        return atEnd(follow(document, 0));
    }

    private @Nullable Object follow(@Nullable Object value, int depth) {
        if (depth == names.length) {
            return value;
        }
        return switch (value) {
            case Document document -> follow(document.getOrMissing(names[depth]), depth + 1);
            case Collection<?> elements -> followEach(elements, depth);
            case null, default -> Missing.getInstance();
        };
    }

    private Object followEach(Collection<?> elements, int depth) {
        var values = new ArrayList<@Nullable Object>(elements.size());
        for (var element : elements) {
            var value = element instanceof Document ? atEnd(follow(element, depth)) : Missing.getInstance();
            if (value instanceof List<?> several) {
                values.addAll(several);
            } else {
                values.add(value);
            }
        }
        return values.isEmpty() ? Missing.getInstance() : values;
    }

    private static @Nullable Object atEnd(@Nullable Object value) {
        return switch (value) {
            case Collection<?> elements when elements.isEmpty() -> ValueOrder.Empty.ARRAY;
            case Collection<?> elements when !(elements instanceof List) -> new ArrayList<>(elements);
            case null, default -> value;
        };
    }
}
