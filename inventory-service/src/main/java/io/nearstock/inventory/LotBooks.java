package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Repository;

/** The books of rows that have lots, in MongoDB; each change is fenced by the book's version. */
@Repository
class LotBooks {

    static final String COLLECTION = "lotBooks";

    private static final int ATTEMPTS = 50;

    private final MongoCollection<LotBook> books;
    private final Picks picks;
    private final SerialUnits serials;
    private final OutboxRelay relay;
    private final Function<LotsLeft, OutboxEntry> departures;

    LotBooks(
            MongoDatabase database,
            Picks picks,
            SerialUnits serials,
            OutboxRelay relay,
            Function<LotsLeft, OutboxEntry> departures) {
        this.picks = picks;
        this.serials = serials;
        this.relay = relay;
        this.departures = departures;
        books = database.getCollection(COLLECTION, LotBook.class);
        books.createIndex(ascending("sku"));
    }

    List<LotBook> of(String sku) {
        return books.find(eq("sku", sku)).sort(ascending("_id")).into(new ArrayList<>());
    }

    /** In the order of the rows, from behind this one on. */
    List<LotBook> expiredOn(LocalDate day, String after, int count) {
        var expired =
                elemMatch("lots", and(lt("expiresOn", day), gt("left", 0), eq("blocked", false), ne("aside", true)));
        return books.find(and(gt("_id", after), expired))
                .sort(ascending("_id"))
                .limit(count)
                .into(new ArrayList<>());
    }

    Optional<LotBook> find(String sku, String hubId) {
        return Optional.ofNullable(
                books.find(eq("_id", StockRow.id(sku, hubId))).first());
    }

    /** A movement's change. Earlier picks are carried out, and stored by themselves, before the book forgets them. */
    void once(String sku, String hubId, String movement, UnaryOperator<LotBook> decision) {
        var known = picks.find(movement);
        if (known.isPresent()) {
            serials.follow(known.get());
            return;
        }
        var after = change(sku, hubId, book -> {
            book.fresh().forEach(serials::follow);
            if (book.hasPicked(movement)) {
                return book;
            }
            picks.keep(book.fresh());
            return picks.find(movement).isPresent() ? book : decision.apply(book);
        });
        after.fresh().forEach(serials::follow);
    }

    /** Answers what stands. */
    LotBook change(String sku, String hubId, UnaryOperator<LotBook> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var book = find(sku, hubId).orElseGet(() -> LotBook.empty(sku, hubId));
            var next = decision.apply(book);
            if (next.version() == book.version() || save(book, next)) {
                return next;
            }
        }
        throw new IllegalStateException("the lots of " + sku + " change faster than they can be booked");
    }

    /** In parts and not as a whole: what waits in the outbox stays. */
    private boolean save(LotBook before, LotBook next) {
        if (before.version() == 0) {
            Duplicates.inserted(books, LotBook.empty(next.sku(), next.hubId()));
        }
        var changes = new ArrayList<>(
                List.of(set("lots", next.lots()), set("fresh", next.fresh()), set("version", next.version())));
        var left = next.newsSince(before).map(pick -> new LotsLeft(pick, next.version()));
        left.ifPresent(news -> changes.add(push("outbox", departures.apply(news))));
        var unchanged = and(eq("_id", before.id()), eq("version", before.version()));
        var saved = books.updateOne(unchanged, combine(changes)).getMatchedCount() == 1;
        if (saved && left.isPresent()) {
            relay.nudge(COLLECTION, next.id());
        }
        return saved;
    }
}
