package io.nearstock.inventory;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where goods were on their way to a hub, as their supplier says.
 *
 * @param notice the reference of the notice that they are of; null where none is named
 */
public record Sighting(
        Position position, Instant at, @Nullable String notice) {

    boolean isOfThoseOf(@Nullable String reference) {
        return Objects.equals(notice, reference);
    }
}
