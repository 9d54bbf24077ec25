package io.nearstock.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of one or more stock rows that belongs together. Its owner's document names it before the first row changes,
 * so whoever finds it there can finish it.
 *
 * @param id unique for ever; a row takes a step once at most
 * @param owner the hold, receipt or adjustment that ordered it
 * @param portions signed quantities, at most one a row, sorted by row
 * @param actor the account that asked for it, where a person did
 */
public record Step(
        String id,
        String owner,
        MovementKind kind,
        List<Portion> portions,
        Cause cause,
        @Nullable String actor,
        @Nullable String reason,
        Instant at) {

    /** One that a posting of this id orders. */
    public static Step of(
            String id,
            MovementKind kind,
            List<Portion> portions,
            Cause cause,
            @Nullable String actor,
            @Nullable String reason,
            Instant at) {
        return new Step(id, id, kind, portions, cause, actor, reason, at);
    }

    /** Whether some of it may need a row that is not there yet. */
    boolean comesFromOutside() {
        return portions.stream().anyMatch(portion -> kind.source(portion.quantity()) == null);
    }

    public List<String> rows() {
        return portions.stream().map(Portion::row).toList();
    }

    public String movementId(String row) {
        return id + "." + row;
    }
}
