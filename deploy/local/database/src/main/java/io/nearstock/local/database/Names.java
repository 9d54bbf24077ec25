package io.nearstock.local.database;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That a field is one of many strings, or none of them. The library compares each string with each value, so that a
 * hundred strings and an array of a hundred documents cost ten thousand comparisons.
 */
record Names(FieldPath path, Set<?> strings, boolean wanted) {

    /** Nothing when the demand is another one. */
    static Optional<Names> of(String field, @Nullable Object demand) {
        return demand instanceof Document operators && operators.size() == 1 && !field.startsWith("$")
                ? of(new FieldPath(field), operators)
                : Optional.empty();
    }

    private static Optional<Names> of(FieldPath path, Document operators) {
        var operator = operators.keySet().iterator().next();
        var value = operators.get(operator);
        return switch (operator) {
            case "$in" -> strings(value).map(strings -> new Names(path, strings, true));
            case "$nin" -> strings(value).map(strings -> new Names(path, strings, false));
            case "$ne" ->
                value instanceof String
                        ? Optional.of(new Names(path, Collections.singleton(value), false))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Set<?>> strings(@Nullable Object values) {
        return values instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Optional.of(list.stream().collect(Collectors.toSet()))
                : Optional.empty();
    }

    boolean isMetBy(Document document) {
        return wanted
                == switch (path.in(document)) {
                    case String string -> strings.contains(string);
                    case List<?> several -> several.stream().anyMatch(strings::contains);
                    case null, default -> false;
                };
    }
}
