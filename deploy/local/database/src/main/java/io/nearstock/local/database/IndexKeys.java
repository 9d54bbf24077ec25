package io.nearstock.local.database;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Under which keys an index finds a document: one, or with an array one for each element. */
final class IndexKeys {

    private final List<FieldPath> paths;
    private final boolean sparse;
    private final boolean[] ofArrays;

    IndexKeys(List<FieldPath> paths, boolean sparse) {
        this.paths = paths;
        this.sparse = sparse;
        this.ofArrays = new boolean[paths.size()];
    }

    /** Whether a document had an array at this field, ever. */
    boolean ofArrays(int field) {
        return ofArrays[field];
    }

    boolean ofArrays() {
        for (var array : ofArrays) {
            if (array) {
                return true;
            }
        }
        return false;
    }

    Set<Key> of(Document document) {
        var values = new ArrayList<@Nullable Object>(paths.size());
        paths.forEach(path -> values.add(path.in(document)));
        if (sparse && values.stream().noneMatch(IndexKeys::isPresent)) {
            return Set.of();
        }
        var elements = elements(values);
        return elements == 1 ? Set.of(key(values, 0)) : several(values, elements);
    }

    private static Set<Key> several(List<@Nullable Object> values, int elements) {
        var keys = new TreeSet<Key>();
        for (var element = 0; element < elements; element++) {
            keys.add(key(values, element));
        }
        return keys;
    }

    /** Whether a document's keys are the same after a change, as far as is seen at a glance. */
    boolean areUntouched(Document before, Document after) {
        for (var path : paths) {
            if (!Objects.equals(before.getOrMissing(path.first()), after.getOrMissing(path.first()))) {
                return false;
            }
        }
        return true;
    }

    void remember(Document document) {
        for (var field = 0; field < ofArrays.length; field++) {
            var value = paths.get(field).in(document);
            ofArrays[field] |= value instanceof List || value == ValueOrder.Empty.ARRAY;
        }
    }

    private static boolean isPresent(@Nullable Object value) {
        return value instanceof List<?> elements
                ? elements.stream().anyMatch(IndexKeys::isPresent)
                : !(value instanceof Missing);
    }

    /** Fields of one array of documents go together element by element; those of two arrays cannot. */
    private int elements(List<@Nullable Object> values) {
        var elements = 1;
        @Nullable String array = null;
        for (var field = 0; field < values.size(); field++) {
            if (values.get(field) instanceof List<?> several) {
                var name = paths.get(field).first();
                if (array != null && (!array.equals(name) || several.size() != elements)) {
                    throw new CannotIndexParallelArraysError(List.of(array, name));
                }
                array = name;
                elements = several.size();
            }
        }
        return elements;
    }

    private static Key key(List<@Nullable Object> values, int element) {
        if (values.size() == 1) {
            return new Key(Collections.singletonList(part(values.getFirst(), element)));
        }
        var parts = new ArrayList<@Nullable Object>(values.size());
        values.forEach(value -> parts.add(part(value, element)));
        return new Key(parts);
    }

    private static @Nullable Object part(@Nullable Object value, int element) {
        var part = value instanceof List<?> several ? several.get(element) : value;
        return part instanceof Missing ? null : part;
    }
}
