package io.nearstock.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * How much a product is bought: its deliveries until a moment, each counting half as much after every half-life
 * (Cormode, Shkapenyuk, Srivastava, Xu 2009, <i>Forward Decay</i>).
 *
 * @param count as of that moment
 * @param asOf all that was stored until then is in it, and nothing later
 */
public record Popularity(double count, Instant asOf) {

    /** What {@link #rank} of a product is that is never bought. */
    public static final long NEVER = 0;

    /** Of {@link #rank}, for twice as many. */
    public static final int TWICE = 1000;

    static Popularity begin(Collection<Instant> deliveries, Instant asOf, Duration halfLife) {
        return new Popularity(0, asOf).after(deliveries, asOf, halfLife);
    }

    /** With further deliveries; one that claims to be of a later moment is of now. */
    Popularity after(Collection<Instant> deliveries, Instant now, Duration halfLife) {
        var news = deliveries.stream()
                .mapToDouble(delivery -> weight(delivery, now, halfLife))
                .sum();
        return new Popularity(count * weight(asOf, now, halfLife) + news, now);
    }

    private static double weight(Instant then, Instant now, Duration halfLife) {
        return Math.pow(2, -Math.max(0, halfLives(now, halfLife) - halfLives(then, halfLife)));
    }

    /**
     * The more popular, the higher: a thousand for twice as many, or for a half-life later. As it only rises when something
     * is bought, products can be compared that were counted at different times.
     */
    public long rank(Duration halfLife) {
        return Math.max(NEVER + 1, rank(count, asOf, halfLife));
    }

    /** Of what has just been bought so often. */
    public static long rank(double count, Instant now, Duration halfLife) {
        var octaves = Math.log(count) / Math.log(2) + halfLives(now, halfLife);
        return Math.round(TWICE * octaves);
    }

    private static double halfLives(Instant moment, Duration halfLife) {
        return (double) moment.toEpochMilli() / halfLife.toMillis();
    }
}
