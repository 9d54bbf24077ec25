package io.nearstock.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A single unit that has a serial number. Its row's book decides what takes it, this document follows; so it is in stock once at
 * most, wherever.
 *
 * @param id made of the product and the serial, which is unique only there
 * @param hubId where it is, or was last
 * @param aside among what it is kept that cannot be sold; null where it can
 * @param recalled true where it is sold to nobody any more; null is no
 * @param pickedFor the hold or the posting for which somebody has taken it off the shelf
 * @param taken what took it away; null while it is in stock
 * @param before what took it earlier, and it came back
 * @param claim by whom it is being brought in
 * @param broughtBy the step that has brought it in
 * @param revision how often it has changed
 */
public record SerialUnit(
        @BsonId String id,
        String sku,
        String serial,
        Source source,
        State state,
        String hubId,
        String row,
        @Nullable Bucket aside,
        @Nullable Boolean recalled,
        @Nullable String pickedFor,
        @Nullable Taken taken,
        @Nullable List<Taken> before,
        @Nullable Claim claim,
        @Nullable String broughtBy,
        int revision) {

    /** Where it is in its life. */
    public enum State {
        /** Claimed by whoever brings it in for the first time. */
        EXPECTED,
        IN_STOCK,
        OUT
    }

    /**
     * Where it comes from.
     *
     * @param announced whether its supplier's notice named it, so that there is a signed code for it
     */
    public record Source(
            @Nullable String lot,
            @Nullable String supplierId,
            @Nullable String purchaseOrderId,
            boolean announced) {}

    /** What took it out of stock: the movement, and whose order that was. */
    public record Taken(
            String movement,
            MovementKind kind,
            String hubId,
            @Nullable String orderId,
            Cause cause,
            Instant at) {

        /** Whether somebody got it. */
        public boolean isSale() {
            return kind == MovementKind.SHIP || kind == MovementKind.COUNTER_SALE;
        }
    }

    /**
     * A step that is about to bring it in; nobody else may meanwhile.
     *
     * @param source where it comes from this time
     */
    public record Claim(String by, Source source, Instant at) {}

    static String id(String sku, String serial) {
        return sku.replace("%", "%25").replace("#", "%23") + "#" + serial;
    }

    /** One that a receipt brings in for the first time, as far as whoever receives it knows. */
    public static SerialUnit coming(String sku, String serial, String hubId, Claim claim) {
        return new SerialUnit(
                id(sku, serial),
                sku,
                serial,
                claim.source(),
                State.EXPECTED,
                hubId,
                StockRow.id(sku, hubId),
                null,
                null,
                null,
                null,
                null,
                claim,
                null,
                1);
    }

    /** The same unit on its way back, from where it came first. */
    public SerialUnit comingBack(String toHubId, String by, Instant now) {
        return coming(sku, serial, toHubId, new Claim(by, source, now));
    }

    public @Nullable String lot() {
        return source.lot();
    }

    public boolean isRecalled() {
        return Boolean.TRUE.equals(recalled);
    }

    /** The order whose customer has it. */
    public @Nullable String orderId() {
        return taken == null ? null : taken.orderId();
    }

    /** Whether a step may bring it in: nobody is at it, and it is not there; what was sold comes back as a return only. */
    boolean isFreeFor(Claim next, boolean isReturn, Instant stale) {
        var isClaimed =
                claim != null && !claim.by().equals(next.by()) && claim.at().isAfter(stale);
        return !isClaimed
                && switch (state) {
                    case IN_STOCK -> false;
                    case EXPECTED -> !isReturn;
                    case OUT -> Objects.requireNonNull(taken).isSale() == isReturn;
                };
    }
}
