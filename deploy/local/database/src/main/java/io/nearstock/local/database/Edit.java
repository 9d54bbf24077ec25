package io.nearstock.local.database;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.NumericUtils;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An update of whole fields by the usual operators. A document's successor shares with it what stays as it is, while the
 * library copies and compares all of it several times over. What is unusual, or wrong, is left to the library.
 */
final class Edit {

    private final Document update;
    private final List<Part> parts;

    /** What an operator does to one field. */
    private record Part(
            String operator, String field, @Nullable Object value) {

        boolean isUsual() {
            return !field.isEmpty()
                    && !field.contains(".")
                    && !field.startsWith("$")
                    && !field.equals("_id")
                    && hasUsualValue();
        }

        private boolean hasUsualValue() {
            return switch (operator) {
                case "$set", "$unset", "$min", "$max" -> true;
                case "$inc" -> value instanceof Number;
                case "$push" -> !hasOperators(value) || each(value) != null;
                case "$pull" -> value instanceof Document demands && !hasOperators(demands);
                default -> false;
            };
        }

        /** Whether the library would not find something else there than it expects. */
        boolean fits(Document document) {
            return switch (operator) {
                case "$inc" -> document.getOrDefault(field, 0) instanceof Number;
                case "$push", "$pull" -> document.getOrDefault(field, List.of()) instanceof List<?>;
                default -> true;
            };
        }
    }

    private Edit(Document update, List<Part> parts) {
        this.update = update;
        this.parts = parts;
    }

    static Optional<Edit> of(Document update) {
        var parts = new ArrayList<Part>();
        for (var changes : update.entrySet()) {
            if (!(changes.getValue() instanceof Document fields)) {
                return Optional.empty();
            }
            fields.forEach((field, value) -> parts.add(new Part(changes.getKey(), field, value)));
        }
        var fields = parts.stream().map(Part::field).distinct().count();
        var usual = !parts.isEmpty() && fields == parts.size() && parts.stream().allMatch(Part::isUsual);
        return usual ? Optional.of(new Edit(update, parts)) : Optional.empty();
    }

    /** Changes rows and answers how many; nothing where the library must insert a document, or say what is wrong. */
    Optional<Document> made(Table table, List<Row> rows, boolean upsert) {
        if ((rows.isEmpty() && upsert) || !rows.stream().map(Row::document).allMatch(this::fits)) {
            return Optional.empty();
        }
        var changed = rows.stream().filter(row -> make(table, row)).count();
        return Optional.of(new Document("n", rows.size()).append("nModified", (int) changed));
    }

    private boolean make(Table table, Row row) {
        var before = row.document();
        var after = successor(before);
        after.ifPresent(changed -> table.replace(row, before, changed, update));
        return after.isPresent();
    }

    /** What it makes of a document that it has changed once before. */
    static Document again(Document edit, Document before) {
        return of(Fields.document(edit, "update"))
                .flatMap(same -> same.successor(before))
                .orElseThrow();
    }

    private boolean fits(Document document) {
        return parts.stream().allMatch(part -> part.fits(document));
    }

    /** Nothing when it would be the same. */
    private Optional<Document> successor(Document document) {
        var after = new Document(document);
        var changed = false;
        for (var part : parts) {
            changed |= apply(part, after);
        }
        return changed ? Optional.of(after) : Optional.empty();
    }

    private static boolean apply(Part part, Document document) {
        return switch (part.operator) {
            case "$set" -> put(document, part.field, part.value);
            case "$unset" -> remove(document, part.field);
            case "$inc" -> {
                var before = (Number) document.getOrDefault(part.field, 0);
                yield put(document, part.field, NumericUtils.addNumbers(before, (Number) part.value));
            }
            case "$min" -> isMissing(document, part, -1) && put(document, part.field, part.value);
            case "$max" -> isMissing(document, part, 1) && put(document, part.field, part.value);
            case "$push" -> push(document, part.field, part.value);
            case "$pull" -> pull(document, part.field, part.value);
            default -> throw new IllegalStateException(part.operator);
        };
    }

    /** Whether the field is not there, or on the other side of the value. */
    private static boolean isMissing(Document document, Part part, int side) {
        return !document.containsKey(part.field)
                || Integer.signum(ValueOrder.INSTANCE.compare(part.value, document.get(part.field))) == side;
    }

    private static boolean put(Document document, String field, @Nullable Object value) {
        if (document.containsKey(field) && Objects.equals(document.get(field), value)) {
            return false;
        }
        Utils.validateFieldNames(new Document(field, value));
        document.put(field, value);
        return true;
    }

    private static boolean remove(Document document, String field) {
        var present = document.containsKey(field);
        document.remove(field);
        return present;
    }

    private static boolean push(Document document, String field, @Nullable Object value) {
        var pushed = new ArrayList<@Nullable Object>();
        var each = each(value);
        if (each == null) {
            pushed.add(value);
        } else {
            pushed.addAll(each);
        }
        Utils.validateFieldNames(new Document(field, pushed));
        var longer = new ArrayList<@Nullable Object>((List<?>) document.getOrDefault(field, List.of()));
        longer.addAll(pushed);
        var changed = !pushed.isEmpty() || !document.containsKey(field);
        document.put(field, longer);
        return changed;
    }

    private static boolean pull(Document document, String field, @Nullable Object demanded) {
        var demands = Demands.of((Document) Objects.requireNonNull(demanded));
        var shorter = new ArrayList<@Nullable Object>((List<?>) document.getOrDefault(field, List.of()));
        var library = new DefaultQueryMatcher();
        var isPulled = demands.checkedBy((element, rest) -> library.matchesValue(rest, element));
        var changed = shorter.removeIf(element -> element instanceof Document pulled && isPulled.test(pulled));
        if (changed) {
            document.put(field, shorter);
        }
        return changed;
    }

    private static boolean hasOperators(@Nullable Object value) {
        return value instanceof Document document && document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    /** The values of an {@code $each} that stands alone. */
    private static @Nullable List<?> each(@Nullable Object value) {
        return value instanceof Document document
                        && document.size() == 1
                        && document.get("$each") instanceof List<?> each
                ? each
                : null;
    }
}
