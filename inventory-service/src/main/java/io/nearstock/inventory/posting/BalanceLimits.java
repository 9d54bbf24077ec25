package io.nearstock.inventory.posting;

import static java.util.stream.Collectors.toMap;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Keeps balances far from the numbers that they are counted in, which end at 2,147,483,647: what people post may not take one
 * beyond a thousand million, nor may one request hold more than ten million units of a product. Who is just posting at the same
 * moment is not seen, which would take more than a hundred such requests to matter.
 */
@Component
final class BalanceLimits {

    private static final int AT_ONCE = 10_000_000;
    private static final int IN_ALL = 1_000_000_000;

    private final Stock stock;

    BalanceLimits(Stock stock) {
        this.stock = stock;
    }

    void check(List<Portion> portions) {
        var rows = stock.rows(portions.stream().map(Portion::row).toList()).stream()
                .collect(toMap(StockRow::id, Function.identity()));
        for (var portion : portions) {
            var row = rows.getOrDefault(portion.row(), StockRow.empty(portion.sku(), portion.hubId()));
            var quantity = Math.abs(portion.quantity());
            if (quantity > AT_ONCE || Math.max(Math.abs(row.onHand()), Math.abs(row.available())) > IN_ALL - quantity) {
                throw new UnmetRequestException(
                        UNPROCESSABLE_CONTENT,
                        "balance_too_large",
                        "/lines",
                        "More of " + portion.sku() + " than is counted.");
            }
        }
    }
}
