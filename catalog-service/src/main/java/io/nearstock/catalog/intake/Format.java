package io.nearstock.catalog.intake;

import java.util.Optional;
import org.springframework.http.MediaType;

/** How the rows of an import are written. */
public enum Format {
    CSV,
    NDJSON;

    static Optional<Format> of(MediaType type) {
        return switch (type.getType() + "/" + type.getSubtype()) {
            case "text/csv" -> Optional.of(CSV);
            case "application/x-ndjson" -> Optional.of(NDJSON);
            default -> Optional.empty();
        };
    }
}
