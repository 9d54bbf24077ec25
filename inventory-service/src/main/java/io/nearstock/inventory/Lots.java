package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.LotBook.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Repository;

/** Lots and what became of them, in MongoDB. Only rows that ever had a lot have a book. */
@Repository
public class Lots {

    public static final String COLLECTION = "lotBooks";

    private static final int ATTEMPTS = 50;

    private final MongoCollection<LotBook> books;
    private final MongoCollection<Pick> picks;

    private final Recipients recipients;
    private final OutboxRelay relay;
    private final Function<LotsLeft, OutboxEntry> departures;

    Lots(MongoDatabase database, Recipients recipients, OutboxRelay relay, Function<LotsLeft, OutboxEntry> departures) {
        this.recipients = recipients;
        this.relay = relay;
        this.departures = departures;
        books = database.getCollection(COLLECTION, LotBook.class);
        picks = database.getCollection("picks", Pick.class);
        books.createIndex(ascending("sku"));
        picks.createIndex(ascending("sku", "parts.lot"));
        picks.createIndex(ascending("orderId"), new IndexOptions().sparse(true));
    }

    public List<LotBook> of(String sku) {
        return books.find(eq("sku", sku)).sort(ascending("_id")).into(new ArrayList<>());
    }

    /** What took some of a lot. */
    public List<Pick> picksOf(String sku, String lot) {
        var stored = picks.find(and(eq("sku", sku), eq("parts.lot", lot)));
        return withFresh(
                stored,
                sku,
                pick -> pick.parts().stream().anyMatch(part -> part.lot().equals(lot)));
    }

    /** What left for an order. */
    public List<Pick> picksFor(String orderId, String sku) {
        var stored = picks.find(and(eq("orderId", orderId), eq("sku", sku)));
        return withFresh(stored, sku, pick -> orderId.equals(pick.orderId()));
    }

    private List<Pick> withFresh(FindIterable<Pick> stored, String sku, Predicate<Pick> which) {
        var picked = stored.into(new ArrayList<Pick>());
        of(sku).stream()
                .flatMap(book -> book.fresh().stream())
                .filter(which)
                .filter(pick -> picked.stream().noneMatch(known -> known.id().equals(pick.id())))
                .forEach(picked::add);
        return picked;
    }

    /** Books a delivery's lots once. */
    void receive(String sku, String hubId, List<Lot> delivered) {
        change(sku, hubId, book -> book.has(delivered) ? book : book.with(delivered));
    }

    /** Keeps a lot from being picked, wherever it is. */
    public void block(String sku, String lot) {
        of(sku).forEach(known -> change(sku, known.hubId(), book -> book.isBlocked(lot) ? book : book.blocking(lot)));
    }

    /** Takes what a movement took away from the lots that expire first; once, however often it is told. */
    public void pick(StockRow row, Movement movement, String owner) {
        if (picks.find(eq("_id", movement.id())).first() == null) {
            change(row.sku(), row.hubId(), book -> book.hasPicked(movement.id()) ? book : pick(book, movement, owner));
        }
    }

    /** Earlier picks are stored by themselves before the book forgets them. */
    private LotBook pick(LotBook book, Movement movement, String owner) {
        Duplicates.ignored(picks, book.fresh());
        var quantity = -movement.kind().effect(movement.quantity()).onHand();
        return picks.find(eq("_id", movement.id())).first() == null
                ? book.picking(
                        movement.id(),
                        quantity,
                        movement.kind().source(movement.quantity()) == Bucket.QUARANTINED,
                        owner,
                        movement.kind() == MovementKind.SHIP ? recipients.orderOf(owner) : null,
                        movement.cause(),
                        movement.at())
                : book;
    }

    private void change(String sku, String hubId, UnaryOperator<LotBook> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var book = find(sku, hubId).orElseGet(() -> LotBook.empty(sku, hubId));
            var next = decision.apply(book);
            if (next.version() == book.version() || save(book, next)) {
                return;
            }
        }
        throw new IllegalStateException("the lots of " + sku + " change faster than they can be booked");
    }

    private Optional<LotBook> find(String sku, String hubId) {
        return Optional.ofNullable(
                books.find(eq("_id", StockRow.id(sku, hubId))).first());
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
