package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.quality.aspect.Aspect;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product, or what a supplier or a lot brought of it, has turned bad. Public for the driver, which builds it by reflection.
 *
 * @param aspect of which its low ratings complain most, if they name one
 * @param lot of which they are, as far as that is known
 * @param supplierId who brought it, as far as that is known
 * @param seen the reviews since the evidence began; of returns, the units of the batch and those that came back
 * @param expected share of low ratings, or of returns
 * @param signal null where ratings say so
 * @param closing what ended it; null while it is open, and in old ones, which grew calm
 */
public record Alert(
        String id,
        @Nullable Aspect aspect,
        @Nullable String lot,
        @Nullable String supplierId,
        Tally seen,
        double expected,
        Instant raisedAt,
        @Nullable Instant endedAt,
        @Nullable String signal,
        @Nullable Closing closing) {

    /**
     * What ended it. Public for the driver, which builds it by reflection.
     *
     * @param because {@code calm}: what came after is as it should be; {@code resolved} or {@code mistaken}: somebody says so
     * @param reason in that person's words
     * @param by whose account it was
     */
    public record Closing(
            String because,
            @Nullable String reason,
            @Nullable String by) {

        static final Closing CALM = new Closing("calm", null, null);
    }

    static final String RETURNS = "returns";

    /** Once a low share is this much less likely than the expected one, the burst is over (Wald 1945: wrong once in 100). */
    private static final double CALM = 100;

    boolean isOfReturns() {
        return RETURNS.equals(signal);
    }

    /** What reviews said; nothing where returns did. */
    Tally ratings() {
        return isOfReturns() ? Tally.NONE : seen;
    }

    @Nullable
    Long delivered() {
        return isOfReturns() ? seen.reviews() : null;
    }

    @Nullable
    Long returned() {
        return isOfReturns() ? seen.low() : null;
    }

    String signalName() {
        return isOfReturns() ? RETURNS : "ratings";
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isCalm(double calm) {
        return calm >= CALM;
    }

    /** The same of what left after it was raised, looked at as a whole. */
    double calm(Batch later) {
        return Math.exp(
                later.returned() * Math.log(calm(true)) + (later.units() - later.returned()) * Math.log(calm(false)));
    }

    /** How much more likely one review, or unit that is out, is if all is as it was expected than if it goes on. */
    double calm(boolean low) {
        var least = Evidence.turned(expected, 2);
        return Evidence.gain(low, Math.max(least, seen.share(expected)), expected);
    }

    /** What ended it; nothing while it is open. */
    Optional<Closing> closed() {
        return isOpen() ? Optional.empty() : Optional.of(Objects.requireNonNullElse(closing, Closing.CALM));
    }

    Alert ended(Closing closing, Instant now) {
        return new Alert(id, aspect, lot, supplierId, seen, expected, raisedAt, now, signal, closing);
    }
}
