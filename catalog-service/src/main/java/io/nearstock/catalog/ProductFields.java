package io.nearstock.catalog;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A product laid flat: each value that staff can write, by its JSON pointer. Reads records as they are, so that none is
 * forgotten.
 */
final class ProductFields {

    private final SortedMap<String, String> values = new TreeMap<>();

    private ProductFields() {}

    static SortedMap<String, String> of(Product product) {
        var fields = new ProductFields();
        fields.put("", ProductDraft.of(product));
        return fields.values;
    }

    private void put(String pointer, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Record parts -> {
                for (var component : parts.getClass().getRecordComponents()) {
                    put(pointer + "/" + component.getName(), read(component, parts));
                }
            }
            case Map<?, ?> entries -> entries.forEach((name, entry) -> put(pointer + "/" + name, entry));
            case List<?> items -> {
                for (int index = 0; index < items.size(); index++) {
                    put(pointer + "/" + index, items.get(index));
                }
            }
            default -> values.put(pointer, value.toString());
        }
    }

    private static @Nullable Object read(RecordComponent component, Record parts) {
        try {
            return component.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
