package io.nearstock.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Which lots a movement took, or brought back: then its quantities are negative.
 *
 * @param id the movement's
 * @param units all that it took; more than its parts come to where some had no lot; null in old ones
 * @param orderId whose order they left for; null where for nobody's, and in old ones
 * @param back what has come back of it since; null where nothing has
 * @param revision how often something has; null where it never did
 * @param named the units that have serials; null where none has
 */
public record Pick(
        @BsonId String id,
        String sku,
        String hubId,
        List<Part> parts,
        @Nullable Integer units,
        String owner,
        @Nullable String orderId,
        Cause cause,
        Instant at,
        @Nullable List<Back> back,
        @Nullable Integer revision,
        @Nullable Named named) {

    /** So many units of a lot; whose it was is not known of old ones. */
    public record Part(String lot, @Nullable String supplierId, int quantity) {

        public Part of(int units) {
            return new Part(lot, supplierId, units);
        }
    }

    /**
     * Units that came back at once.
     *
     * @param id of a return's line, so that it is counted once
     */
    public record Back(String id, List<Part> parts) {}

    /**
     * Single units, and what moves them.
     *
     * @param quantity of the movement, as its kind says
     */
    public record Named(MovementKind kind, int quantity, List<String> serials) {}

    /** Of which nothing has come back. */
    public Pick(
            String id,
            String sku,
            String hubId,
            List<Part> parts,
            @Nullable Integer units,
            String owner,
            @Nullable String orderId,
            Cause cause,
            Instant at) {
        this(id, sku, hubId, parts, units, owner, orderId, cause, at, null, null, null);
    }

    Pick with(Named units) {
        return new Pick(id, sku, hubId, parts, this.units, owner, orderId, cause, at, back, revision, units);
    }

    public List<String> serials() {
        return named == null ? List.of() : named.serials();
    }

    boolean isNews() {
        return orderId != null && !(parts.isEmpty() && serials().isEmpty());
    }

    /** What a return's line has brought back of it. */
    Optional<Back> broughtBackBy(String id) {
        return back == null
                ? Optional.empty()
                : back.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What has not come back, in the order in which it was taken. */
    public List<Part> out() {
        var left = new LinkedHashMap<Part, Integer>();
        parts.forEach(part -> left.merge(part.of(0), part.quantity(), Integer::sum));
        Objects.requireNonNullElse(back, List.<Back>of()).stream()
                .flatMap(each -> each.parts().stream())
                .forEach(part -> left.merge(part.of(0), -part.quantity(), Integer::sum));
        return left.entrySet().stream()
                .filter(lot -> lot.getValue() > 0)
                .map(lot -> lot.getKey().of(lot.getValue()))
                .toList();
    }

    /**
     * Of which lots so many units are that come back: in the order in which they were taken, never more of one than is out.
     *
     * @param lot the only one that they can be of, where it is known
     */
    Back bringingBack(String id, @Nullable String lot, int quantity) {
        var missing = quantity;
        var found = new ArrayList<Part>();
        for (var part : out()) {
            var units = lot == null || lot.equals(part.lot()) ? Math.min(missing, part.quantity()) : 0;
            if (units > 0) {
                found.add(part.of(units));
                missing -= units;
            }
        }
        return new Back(id, List.copyOf(found));
    }
}
