package io.nearstock.catalog.category;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Rounds;
import io.nearstock.catalog.Transition.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Moves the products of a category, some at a time, until none is left. What is moved is not found again, so whoever goes on
 * after a crash needs to know nothing.
 */
@Component
final class MoveCategories implements Rounds.Worker {

    private final CategoryMoves moves;
    private final Products products;
    private final CategorySettings settings;
    private final Clock clock;
    private final Rounds rounds;

    MoveCategories(CategoryMoves moves, Products products, CategorySettings settings, Clock clock) {
        this.moves = moves;
        this.products = products;
        this.settings = settings;
        this.clock = clock;
        this.rounds = new Rounds("category-moves", settings.sweep(), this::runWaiting);
    }

    /** Says that there is a new move. */
    void nudge() {
        rounds.nudge();
    }

    /** Ends the move that waits, if there is one. */
    void runWaiting() {
        var current = moves.takeUp(clock.instant(), lease());
        while (current.isPresent()) {
            current = step(current.get());
        }
    }

    /** Empty when nothing is left, or somebody else has gone on. */
    private Optional<CategoryMove> step(CategoryMove move) {
        var found = products.inCategory(move.from(), settings.batch());
        if (found.isEmpty()) {
            moves.end(move, clock.instant());
            return Optional.empty();
        }
        var edit = new Edit(move.actor(), move.id(), clock.instant());
        var moved =
                found.stream().flatMap(product -> moved(product, move, edit)).toList();
        return moves.advance(move, products.storeAll(moved) ? moved.size() : 0, lease());
    }

    private static Stream<Progress> moved(Product product, CategoryMove move, Edit edit) {
        var details = product.details().in(move.target(product.details().category()));
        return product.become(details, product.status(), edit) instanceof Progress progress
                ? Stream.of(progress)
                : Stream.empty();
    }

    private Instant lease() {
        return clock.instant().plus(settings.lease());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
