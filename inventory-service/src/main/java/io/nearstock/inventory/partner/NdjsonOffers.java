package io.nearstock.inventory.partner;

import io.nearstock.inventory.OfferDraft;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object a line; empty lines are rows that are not there. */
final class NdjsonOffers implements OfferRows {

    private final BufferedReader lines;
    private final JsonMapper json;
    private long number;

    NdjsonOffers(BufferedReader lines, JsonMapper json) {
        this.lines = lines;
        this.json = json;
    }

    @Override
    public @Nullable ReadRow next() throws IOException {
        var line = lines.readLine();
        number++;
        while (line != null && line.isBlank()) {
            line = lines.readLine();
            number++;
        }
        return line == null ? null : row(line);
    }

    private ReadRow row(String line) {
        try {
            var offer = json.readValue(line, OfferDraft.class);
            return offer == null
                    ? ReadRow.broken(number, null, "", "malformed_row", "This is not an object.")
                    : ReadRow.of(number, offer);
        } catch (JacksonException unreadable) {
            var field = unreadable.getPath().stream()
                    .map(step -> String.valueOf(step.getPropertyName()))
                    .collect(Collectors.joining("."));
            return broken(unreadable, field);
        }
    }

    private ReadRow broken(JacksonException unreadable, String field) {
        if (unreadable instanceof UnrecognizedPropertyException) {
            return ReadRow.broken(number, null, field, "unknown_field", "This field is not known.");
        }
        return field.isEmpty()
                ? ReadRow.broken(number, null, "", "malformed_row", "This is not a JSON object that can be read.")
                : ReadRow.broken(number, null, field, "invalid_type", "This is missing or of another type.");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
