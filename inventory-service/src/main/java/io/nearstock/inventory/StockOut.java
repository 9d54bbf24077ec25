package io.nearstock.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * When a row had nothing to give.
 *
 * @param out whether it has nothing now
 * @param turns the latest changes between something and nothing, the oldest first
 */
public record StockOut(@BsonId String id, boolean out, List<Turn> turns) {

    /** From here on it had nothing, or something again. */
    public record Turn(Instant at, boolean out) {}

    /** The share of a time in which there was something; before the first turn there was. */
    public double inStock(Instant from, Instant to) {
        var missing = Duration.ZERO;
        var since = from;
        var empty = false;
        for (var turn : turns) {
            var at = within(turn.at(), from, to);
            missing = empty ? missing.plus(Duration.between(since, at)) : missing;
            since = at;
            empty = turn.out();
        }
        missing = empty ? missing.plus(Duration.between(since, to)) : missing;
        return 1 - (double) missing.toMillis() / Duration.between(from, to).toMillis();
    }

    private static Instant within(Instant at, Instant from, Instant to) {
        if (at.isBefore(from)) {
            return from;
        }
        return at.isAfter(to) ? to : at;
    }
}
