package io.nearstock.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to be paid by one card; amounts in minor units of the order's currency.
 *
 * @param number counts the order's charges from 1; the provider's keys are made of it
 * @param captureAtOnce what is taken as soon as the card agrees
 * @param intentId the provider's id; nothing is confirmed before it is stored here
 * @param token stands for the card, kept only until the charge is decided
 */
public record Charge(
        int number,
        long amount,
        long captureAtOnce,
        @Nullable String intentId,
        @Nullable String token,
        Status status,
        long authorised,
        long captured,
        long refunded,
        @Nullable String declineCode,
        @Nullable String actionUrl,
        Instant at) {

    public enum Status {
        UNDECIDED,
        ACTION_REQUIRED,
        DECLINED,
        AUTHORISED,
        VOIDED
    }

    static Charge of(
            int number, long amount, long captureAtOnce, @Nullable String intentId, String token, Instant now) {
        return new Charge(number, amount, captureAtOnce, intentId, token, Status.UNDECIDED, 0, 0, 0, null, null, now);
    }

    public boolean isUndecided() {
        return status == Status.UNDECIDED || status == Status.ACTION_REQUIRED;
    }

    /** The bank holds more for us than was captured. */
    boolean hasRest() {
        return status == Status.AUTHORISED && authorised > captured;
    }

    boolean isOpen() {
        return (isUndecided() && intentId != null) || hasRest() || captured > refunded;
    }

    Charge opened(String id) {
        return new Charge(
                number, amount, captureAtOnce, id, token, status, authorised, captured, refunded, null, null, at);
    }

    /** The provider would not even try. */
    Charge refused(String code) {
        return new Charge(
                number,
                amount,
                captureAtOnce,
                intentId,
                null,
                Status.DECLINED,
                authorised,
                captured,
                refunded,
                code,
                null,
                at);
    }

    /**
     * Learns from the provider. What it tells may be older than what is known (callbacks overtake answers), so a status
     * only advances and a refusal is final, money taken or given back only grows, and an authorisation once given only shrinks.
     */
    Charge seen(Intent intent) {
        if (status == Status.DECLINED || isOld(intent)) {
            return this;
        }
        var next = advanced(status(intent.status()));
        var undecided = next == Status.UNDECIDED || next == Status.ACTION_REQUIRED;
        return new Charge(
                number,
                amount,
                captureAtOnce,
                intentId,
                undecided ? token : null,
                next,
                isUndecided() ? intent.authorised() : Math.min(authorised, intent.authorised()),
                Math.max(captured, intent.captured()),
                Math.max(refunded, intent.refunded()),
                intent.declineCode() == null ? declineCode : intent.declineCode(),
                next == Status.ACTION_REQUIRED ? intent.actionUrl() : null,
                at);
    }

    private boolean isOld(Intent intent) {
        return !isUndecided() && status(intent.status()).compareTo(Status.DECLINED) < 0;
    }

    private Status advanced(Status told) {
        return switch (status) {
            case UNDECIDED, ACTION_REQUIRED -> told.compareTo(status) > 0 ? told : status;
            case AUTHORISED -> told == Status.VOIDED ? told : status;
            case DECLINED, VOIDED -> status;
        };
    }

    private static Status status(Intent.Status told) {
        return switch (told) {
            case REQUIRES_CONFIRMATION, PROCESSING -> Status.UNDECIDED;
            case REQUIRES_ACTION -> Status.ACTION_REQUIRED;
            case AUTHORISED -> Status.AUTHORISED;
            case DECLINED -> Status.DECLINED;
            case VOIDED -> Status.VOIDED;
        };
    }
}
