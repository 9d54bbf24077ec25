package io.nearstock.recommendation.recommending;

import static io.nearstock.recommendation.recommending.Strategy.BOUGHT_TOGETHER;
import static io.nearstock.recommendation.recommending.Strategy.COLD_START;
import static io.nearstock.recommendation.recommending.Strategy.SAME_CATEGORY;
import static io.nearstock.recommendation.recommending.Strategy.TRENDING;
import static java.util.stream.Collectors.toMap;

import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.recommendation.Fit;
import io.nearstock.recommendation.LivingMemory;
import io.nearstock.recommendation.Product;
import io.nearstock.recommendation.Products;
import io.nearstock.recommendation.Shelf;
import io.nearstock.recommendation.Shelf.Shown;
import io.nearstock.recommendation.Stock.Near;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Ranks by what is remembered, and where nothing is, says so and shows what is new. */
@Component
final class Recommend {

    /** How many products of a category are compared with each other. */
    private static final int COMPARED = 500;

    private final LivingMemory memory;
    private final Products products;
    private final Shelf shelf;
    private final Clock clock;

    Recommend(LivingMemory memory, Products products, Shelf shelf, Clock clock) {
        this.memory = memory;
        this.products = products;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** What other customers bought with these products; an unknown one is an {@link UnknownIdException}. */
    List<Recommendation> boughtWith(List<String> productIds, int limit) {
        var given = productIds.stream().map(this::known).toList();
        var together = shelf.best(memory.now().boughtWith(productIds), limit, Optional.empty(), _ -> true);
        if (together.isEmpty()) {
            return coldStart(Optional.of(given.getFirst().category()), limit, Optional.empty(), Set.copyOf(productIds));
        }
        return together.stream().map(shown -> boughtTogether(shown, given)).toList();
    }

    /** Products of the same category: first those that lie in the same baskets, then the popular ones. */
    List<Recommendation> similar(String productId, int limit) {
        var product = known(productId);
        var near = scores(memory.now().boughtWith(List.of(productId)));
        var popular = scores(memory.now().popular(clock.instant()));
        var ranking = products.newest(Optional.of(product.category()), COMPARED).stream()
                .filter(other -> !other.id().equals(productId))
                .map(other -> new Fit(other.id(), similarity(other.id(), near, popular), 0))
                .sorted((one, other) -> Double.compare(other.score(), one.score()))
                .toList();
        var similar = shelf.best(ranking, limit, Optional.empty(), _ -> true);
        if (similar.isEmpty()) {
            return coldStart(Optional.empty(), limit, Optional.empty(), Set.of(productId));
        }
        return similar.stream()
                .map(shown -> Recommendation.of(shown, SAME_CATEGORY, "same_category", "Also in " + product.category()))
                .toList();
    }

    /** What sells now, in a category and all below it, where it can be had nearby. */
    List<Recommendation> trending(Optional<String> category, Optional<Near> near, int limit) {
        Predicate<Product> fits =
                product -> category.map(path -> isIn(product, path)).orElse(true);
        var popular = shelf.best(memory.now().popular(clock.instant()), limit, near, fits);
        if (popular.isEmpty()) {
            return coldStart(category, limit, near, Set.of());
        }
        return popular.stream()
                .map(shown -> Recommendation.of(
                        shown,
                        TRENDING,
                        "popular",
                        "Bought in " + orders(shown.fit().orders()) + " lately"))
                .toList();
    }

    /** The newest products, of the category where there are any. */
    private List<Recommendation> coldStart(
            Optional<String> category, int limit, Optional<Near> near, Set<String> without) {
        var newest = newest(category, limit, near, without);
        return newest.isEmpty() && category.isPresent() && !without.isEmpty()
                ? newest(Optional.empty(), limit, near, without)
                : newest;
    }

    private List<Recommendation> newest(
            Optional<String> category, int limit, Optional<Near> near, Set<String> without) {
        var ranking = products.newest(category, COMPARED).stream()
                .filter(product -> !without.contains(product.id()))
                .map(product -> new Fit(product.id(), 0, 0))
                .toList();
        return shelf.best(ranking, limit, near, _ -> true).stream()
                .map(shown -> Recommendation.of(shown, COLD_START, "new", "New in our range"))
                .toList();
    }

    private Product known(String id) {
        return products.find(id).orElseThrow(() -> new UnknownIdException(id));
    }

    private static Recommendation boughtTogether(Shown shown, List<Product> given) {
        var text = "Bought together with " + given.getFirst().name() + " in "
                + orders(shown.fit().orders());
        return Recommendation.of(shown, BOUGHT_TOGETHER, "bought_together", text);
    }

    private static String orders(int count) {
        return count == 1 ? "one order" : count + " orders";
    }

    private static Map<String, Double> scores(List<Fit> fits) {
        return fits.stream().collect(toMap(Fit::productId, Fit::score));
    }

    /** Nearness decides; popularity only among those that are equally near. */
    private static double similarity(String id, Map<String, Double> near, Map<String, Double> popular) {
        var sold = popular.getOrDefault(id, 0.0);
        return near.getOrDefault(id, 0.0) + 0.001 * sold / (1 + sold);
    }

    private static boolean isIn(Product product, String category) {
        return product.category().equals(category) || product.category().startsWith(category + "/");
    }
}
