package io.nearstock.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * A row that is supplied otherwise than before.
 *
 * @param row with the state that made it cross
 */
public record Crossing(StockRow row, Supply from, Supply to, Instant at) {

    /** Empty where it is as it was told last; a row that was never told of had nothing. */
    public static Optional<Crossing> of(StockRow row, Instant at) {
        var from = row.supply() == null ? Supply.OUT : row.supply();
        var to = Supply.of(row);
        return from == to ? Optional.empty() : Optional.of(new Crossing(row, from, to, at));
    }

    /** What others are told of it, under its wire name; most of what gets better is no news. */
    public Optional<String> news() {
        return switch (to) {
            case ENOUGH -> from.isAnyThere() ? Optional.empty() : Optional.of("stock.replenished");
            case LOW -> Optional.of(from.isAnyThere() ? "stock.low" : "stock.replenished");
            case OUT -> from.isAnyThere() ? Optional.of("stock.out") : Optional.empty();
            case SHORT -> Optional.of("stock.short");
        };
    }
}
