package io.nearstock.catalog.category;

import io.nearstock.catalog.Products;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Says that a category shall lie elsewhere, where that can be. */
@Component
final class BeginMoves {

    sealed interface Outcome {

        record Begun(CategoryMove move) implements Outcome {}

        record OtherRuns() implements Outcome {}

        record InItself() implements Outcome {}

        record Unknown() implements Outcome {}

        record TooLong() implements Outcome {}
    }

    static final int LONGEST = 200;

    private final CategoryMoves moves;
    private final Products products;
    private final Clock clock;

    BeginMoves(CategoryMoves moves, Products products, Clock clock) {
        this.moves = moves;
        this.products = products;
        this.clock = clock;
    }

    /** A retry with the same id finds it begun, or done. */
    Outcome begin(String id, String actor, String from, String to) {
        var begun = moves.find(id);
        return begun.isPresent()
                ? new Outcome.Begun(begun.get())
                : begin(CategoryMove.asked(id, actor, from, to, clock.instant()));
    }

    private Outcome begin(CategoryMove move) {
        if (move.isCircular()) {
            return new Outcome.InItself();
        }
        var longest = products.longestCategoryIn(move.from());
        if (longest.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (move.target(longest.get()).length() > LONGEST) {
            return new Outcome.TooLong();
        }
        return moves.add(move) ? new Outcome.Begun(move) : new Outcome.OtherRuns();
    }
}
