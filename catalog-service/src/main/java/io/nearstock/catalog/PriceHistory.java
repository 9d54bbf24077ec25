package io.nearstock.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a product has cost while it was sold, the oldest first, as far back as a reduction has to be compared with. */
public record PriceHistory(List<Past> prices) {

    /** A price and when it began. */
    public record Past(Money price, Instant from) {}

    /**
     * A price that is called reduced.
     *
     * @param before what was asked just before
     * @param lowest what was asked at the lowest in the 30 days before
     */
    public record Reduced(Money before, Money lowest) {}

    /** The period of Directive 98/6/EC, Article 6a (2), as Directive (EU) 2019/2161 has put it in. */
    private static final Duration PERIOD = Duration.ofDays(30);

    private static final int MOST = 200;

    static PriceHistory begin(Money price, Instant from) {
        return new PriceHistory(List.of(new Past(price, from)));
    }

    /** What is known when the product costs this; prices that no reduction can be compared with are forgotten. */
    PriceHistory seen(Money price, Instant at) {
        var next = new ArrayList<>(prices);
        if (!price.equals(current().price())) {
            next.add(new Past(price, at));
        }
        while (next.size() > MOST || (next.size() > 2 && isOld(next.get(1), at))) {
            next.removeFirst();
        }
        return new PriceHistory(List.copyOf(next));
    }

    public Past current() {
        return prices.getLast();
    }

    /** Empty where the price has not just gone down: after 30 days it is the price like any other. */
    public Optional<Reduced> reduced(Instant now) {
        return isNews(current().from(), now) ? reduced() : Optional.empty();
    }

    /** Whether a price that is asked since then may still be called reduced. */
    public static boolean isNews(Instant since, Instant now) {
        return since.isAfter(newsAfter(now));
    }

    /** A price that is asked since a later moment may still be called reduced. */
    public static Instant newsAfter(Instant now) {
        return now.minus(PERIOD);
    }

    /** As long as it may be called so. */
    public Optional<Reduced> reduced() {
        if (prices.size() < 2) {
            return Optional.empty();
        }
        var before = prices.get(prices.size() - 2).price();
        return current().price().amount() < before.amount()
                ? Optional.of(new Reduced(before, lowestBefore(current().from())))
                : Optional.empty();
    }

    /** Of the prices that stood at any time in the period before this moment. */
    private Money lowestBefore(Instant moment) {
        var since = moment.minus(PERIOD);
        var lowest = IntStream.range(0, prices.size() - 1)
                .filter(index -> prices.get(index + 1).from().isAfter(since))
                .mapToLong(index -> prices.get(index).price().amount())
                .min();
        return new Money(lowest.orElseThrow(), current().price().currency());
    }

    /** Two periods back: a reduction may be as old as one. */
    private static boolean isOld(Past following, Instant now) {
        return following.from().plus(PERIOD.multipliedBy(2)).isBefore(now);
    }
}
