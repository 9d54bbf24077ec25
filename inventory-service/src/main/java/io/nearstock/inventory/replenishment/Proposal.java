package io.nearstock.inventory.replenishment;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What a hub should get, for a person to decide.
 *
 * @param madeAt when it was computed last
 * @param chosen how many a person wants instead; null while nobody has said
 * @param open the row, while nothing is decided: unique, so that there is one for each row
 * @param becomes the purchase order or transfer that it was approved for
 * @param nextActionAt when somebody else must see to that; null while nothing is left to do
 */
public record Proposal(
        @BsonId String id,
        String row,
        String sku,
        String hubId,
        Status status,
        Need need,
        Instant madeAt,
        @Nullable Integer chosen,
        @Nullable Decision decision,
        @Nullable String open,
        @Nullable String becomes,
        @Nullable Instant nextActionAt,
        long version) {

    public enum Status {
        PROPOSED,
        APPROVED,
        DISMISSED,
        /** Not needed any more, or not to be had. */
        WITHDRAWN;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What somebody made of it.
     *
     * @param request which of that person's requests; its repetition finds the decision made
     */
    public record Decision(
            String request, String by, Instant at, @Nullable String reason) {}

    int quantity() {
        return Objects.requireNonNullElse(chosen, need.quantity());
    }

    boolean isDecidedBy(String request) {
        return decision != null && decision.request().equals(request);
    }

    /** What it becomes where it joins nothing: an id that is known before it is there, so it is made once. */
    String own() {
        var kind = need.donor() == null ? "po" : "trf";
        return kind + id.substring(id.indexOf('_'));
    }
}
