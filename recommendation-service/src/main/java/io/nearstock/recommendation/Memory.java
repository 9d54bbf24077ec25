package io.nearstock.recommendation;

import static java.util.Comparator.comparingDouble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The baskets as two small indexes: the products of each basket and the baskets of each product, by number. Pairs are
 * counted when somebody asks, so what is kept grows with the lines sold and not with the pairs among them.
 *
 * <p>Nearness of two products is the cosine of their basket vectors (Sarwar et al., "Item-based collaborative filtering
 * recommendation algorithms", WWW 2001), shrunk by n / (n + λ) where few baskets n hold both (Bell and Koren, "Improved
 * neighborhood-based collaborative filtering", KDD Cup 2007). Popularity is a count in which a purchase loses half its
 * weight per half-life, kept by forward decay (Cormode et al., ICDE 2009).
 */
public final class Memory {

    private static final Instant LANDMARK = Instant.parse("2026-01-01T00:00:00Z");

    private final MemorySettings settings;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Shelved> products = new ArrayList<>();
    private final List<int[]> baskets = new ArrayList<>();

    /** A product, the baskets that hold it, and its popularity as of the landmark. */
    private static final class Shelved {

        private final String id;
        private final Numbers baskets = new Numbers();
        private double popularity;

        Shelved(String id) {
            this.id = id;
        }
    }

    public Memory(MemorySettings settings) {
        this.settings = settings;
    }

    public synchronized int size() {
        return baskets.size();
    }

    public synchronized void add(Basket basket) {
        var number = baskets.size();
        var members = basket.products().stream().mapToInt(this::number).toArray();
        baskets.add(members);
        var weight = Math.pow(2, halfLivesUntil(basket.at()));
        for (var member : members) {
            var product = products.get(member);
            product.baskets.add(number);
            product.popularity += weight;
        }
    }

    /** What lies in the same baskets as these products, best first, without themselves. */
    public synchronized List<Fit> boughtWith(Collection<String> ids) {
        var given =
                ids.stream().map(numbers::get).filter(number -> number != null).toList();
        var scores = new HashMap<Integer, Fit>();
        for (var product : given) {
            common(product).forEach((other, count) -> {
                if (!given.contains(other)) {
                    var fit = new Fit(products.get(other).id, nearness(product, other, count), count);
                    scores.merge(other, fit, Memory::sum);
                }
            });
        }
        return best(scores.values());
    }

    /** How popular each of these is now, or each at all, best first. The unit is purchases, the older the lighter. */
    public synchronized List<Fit> popular(Instant now) {
        var passed = Math.pow(2, -halfLivesUntil(now));
        return best(products.stream()
                .map(product -> new Fit(product.id, product.popularity * passed, product.baskets.size()))
                .toList());
    }

    private Map<Integer, Integer> common(int product) {
        var counts = new HashMap<Integer, Integer>();
        var holding = products.get(product).baskets;
        for (var at = Math.max(0, holding.size() - settings.perProduct()); at < holding.size(); at++) {
            for (var other : baskets.get(holding.get(at))) {
                counts.merge(other, 1, Integer::sum);
            }
        }
        return counts;
    }

    private double nearness(int one, int other, int together) {
        var cosine = together
                / Math.sqrt((double) products.get(one).baskets.size()
                        * products.get(other).baskets.size());
        return Math.min(1, cosine) * together / (together + settings.shrinkage());
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, added -> {
            products.add(new Shelved(added));
            return products.size() - 1;
        });
    }

    private double halfLivesUntil(Instant time) {
        return (double) Duration.between(LANDMARK, time).toMillis()
                / settings.halfLife().toMillis();
    }

    private static Fit sum(Fit one, Fit other) {
        return new Fit(one.productId(), one.score() + other.score(), one.orders() + other.orders());
    }

    /** Of equals the same one always comes first. */
    private static List<Fit> best(Collection<Fit> fits) {
        return fits.stream()
                .sorted(comparingDouble(Fit::score).reversed().thenComparing(Fit::productId))
                .toList();
    }
}
