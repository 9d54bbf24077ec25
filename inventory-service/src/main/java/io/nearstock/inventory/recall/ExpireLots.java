package io.nearstock.inventory.recall;

import static io.nearstock.inventory.MovementKind.QUARANTINE;

import io.nearstock.inventory.Cause;
import io.nearstock.inventory.LotBook;
import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Step;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps apart what has expired, as far as nobody holds it; what is let go later, in a later round. Any number of instances may do
 * so, as the day, the lot and what is left of it make the step's id.
 */
@Component
final class ExpireLots {

    private static final int BOOKS = 100;

    private final Lots lots;
    private final Stock stock;
    private final Post post;
    private final Clock clock;

    ExpireLots(Lots lots, Stock stock, Post post, Clock clock) {
        this.lots = lots;
        this.stock = stock;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${nearstock.inventory.lots.expire-every:5m}")
    void run() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var books = lots.expiredOn(today, "", BOOKS);
        while (!books.isEmpty()) {
            books.forEach(book -> book.expiredOn(today).forEach(lot -> keepApart(book, lot, today)));
            books = lots.expiredOn(today, books.getLast().id(), BOOKS);
        }
    }

    /** Of one lot at a time, as each takes of what is available. */
    private void keepApart(LotBook book, Lot lot, LocalDate today) {
        var available = stock.rows(List.of(book.id())).stream()
                .mapToInt(StockRow::available)
                .sum();
        var units = Math.min(lot.left(), available);
        if (units > 0) {
            var step = Step.of(
                    String.join(".", "expired", today.toString(), book.hubId(), lot.id(), String.valueOf(lot.left())),
                    QUARANTINE,
                    List.of(new Portion(book.sku(), book.hubId(), units)),
                    Cause.expiry(lot),
                    null,
                    "expired on " + lot.expiresOn(),
                    clock.instant());
            post.post(step);
        }
    }
}
