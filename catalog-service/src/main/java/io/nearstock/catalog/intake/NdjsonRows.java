package io.nearstock.catalog.intake;

import io.nearstock.catalog.ProductDraft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object a line; empty lines are rows that are not there. */
final class NdjsonRows implements Rows {

    static final String VARIANT_OF = "variantOf";

    private final BoundedReader bounded;
    private final BufferedReader lines;
    private final JsonMapper json;
    private final RowKind kind;
    private long number;

    NdjsonRows(Reader reader, JsonMapper json, RowKind kind) {
        this.bounded = new BoundedReader(reader);
        this.lines = new BufferedReader(bounded);
        this.json = json;
        this.kind = kind;
    }

    @Override
    public @Nullable Row next() throws IOException {
        var line = lines.readLine();
        bounded.rowEnds();
        number++;
        while (line != null && line.isBlank()) {
            line = lines.readLine();
            bounded.rowEnds();
            number++;
        }
        return line == null ? null : row(line);
    }

    private Row row(String line) {
        try {
            var row = legible(line);
            return row == null
                    ? new Row.Illegible(number, new RowError(number, "malformed_row", "This is not an object."))
                    : row;
        } catch (JacksonException unreadable) {
            return new Row.Illegible(number, error(unreadable));
        }
    }

    private @Nullable Row legible(String line) {
        return switch (kind) {
            case PRODUCTS -> product(line);
            case PRICES -> {
                var draft = json.readValue(line, PriceDraft.class);
                yield draft == null ? null : new Row.Priced(number, draft);
            }
        };
    }

    /** What a single product is made of, and of whom it is a variant, which there stands in the path. */
    private @Nullable Row product(String line) {
        if (!(json.readTree(line) instanceof ObjectNode object)) {
            return null;
        }
        var variantOf = object.remove(VARIANT_OF);
        if (variantOf != null && !variantOf.isNull() && !variantOf.isString()) {
            return new Row.Illegible(
                    number, new RowError(number, null, VARIANT_OF, "invalid_type", "This is the SKU of a product."));
        }
        var draft = json.treeToValue(object, ProductDraft.class);
        return new Row.Legible(number, draft, variantOf == null || variantOf.isNull() ? null : variantOf.asString());
    }

    private RowError error(JacksonException unreadable) {
        var field = unreadable.getPath().stream()
                .map(step -> String.valueOf(step.getPropertyName()))
                .collect(Collectors.joining("."));
        return switch (unreadable) {
            case UnrecognizedPropertyException _ ->
                new RowError(number, null, field, "unknown_field", "This field is not known.");
            case MismatchedInputException _
            when !field.isEmpty() ->
                new RowError(number, null, field, "invalid_type", "This value is missing or of another type.");
            default ->
                new RowError(number, null, field, "malformed_row", "This is not a JSON object that can be read.");
        };
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
