package io.nearstock.inventory;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What customers' alerts say of a supplier's goods.
 *
 * @param value from 1, where there is none, towards 0: 4 / (4 + the products' weights)
 * @param alerts what counts; a product counts once, by its newest alert: one burst raises several
 */
public record Feedback(double value, List<Counted> alerts) {

    /** An alert counts half after so long. */
    static final Duration HALF_LIFE = Duration.ofDays(90);

    /** What is older counts for nothing. */
    static final Duration MEMORY = HALF_LIFE.multipliedBy(8);

    private static final double MILDNESS = 4;

    /**
     * One product's.
     *
     * @param weight 1 when it is raised, half after 90 days
     */
    public record Counted(
            String alertId,
            String sku,
            @Nullable String lot,
            @Nullable String aspect,
            Instant at,
            double weight) {

        static Counted of(QualityAlert alert, Instant now) {
            var age = Math.max(0, Duration.between(alert.at(), now).toMillis());
            var weight = Math.pow(0.5, (double) age / HALF_LIFE.toMillis());
            return new Counted(alert.id(), alert.sku(), alert.lot(), alert.aspect(), alert.at(), weight);
        }
    }

    /** Of some alerts, the newest first. */
    public static Feedback of(List<QualityAlert> alerts, Instant now) {
        var newest = alerts.stream().collect(toMap(QualityAlert::sku, alert -> alert, (newer, _) -> newer));
        var counted = newest.values().stream()
                .map(alert -> Counted.of(alert, now))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
        return new Feedback(MILDNESS / (MILDNESS + sum(counted)), counted);
    }

    public double weight() {
        return sum(alerts);
    }

    /** The products that customers complain of, and of what. */
    public String products() {
        return alerts.stream()
                .map(alert -> alert.aspect() == null ? alert.sku() : alert.sku() + " (" + alert.aspect() + ")")
                .collect(Collectors.joining(", "));
    }

    private static double sum(List<Counted> counted) {
        return counted.stream().mapToDouble(Counted::weight).sum();
    }
}
