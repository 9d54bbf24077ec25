package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.Posting.Consignment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lots and what became of them, in MongoDB. Only rows that ever had a lot have a book. */
@Repository
public class Lots {

    public static final String COLLECTION = "lotBooks";

    private static final int ATTEMPTS = 50;

    private static final Comparator<Pick> BY_TIME =
            Comparator.comparing(Pick::at).thenComparing(Pick::id);

    private final MongoCollection<LotBook> books;
    private final Picks picks;

    private final Recipients recipients;
    private final OutboxRelay relay;
    private final Function<LotsLeft, OutboxEntry> departures;

    Lots(
            MongoDatabase database,
            Picks picks,
            Recipients recipients,
            OutboxRelay relay,
            Function<LotsLeft, OutboxEntry> departures) {
        this.picks = picks;
        this.recipients = recipients;
        this.relay = relay;
        this.departures = departures;
        books = database.getCollection(COLLECTION, LotBook.class);
        books.createIndex(ascending("sku"));
    }

    public List<LotBook> of(String sku) {
        return books.find(eq("sku", sku)).sort(ascending("_id")).into(new ArrayList<>());
    }

    /** What took some of a lot, or brought some back. */
    public List<Pick> picksOf(String sku, String lot) {
        return withFresh(
                picks.of(sku, lot),
                sku,
                pick -> pick.parts().stream().anyMatch(part -> part.lot().equals(lot)));
    }

    /** What left for an order, the earliest first. */
    public List<Pick> picksFor(String orderId, String sku) {
        var picked = withFresh(picks.forOrder(orderId, sku), sku, pick -> orderId.equals(pick.orderId()));
        picked.sort(BY_TIME);
        return picked;
    }

    /** What some movements of a product took of its lots, or brought back; those of rows without lots are not known. */
    public List<Pick> picksBy(String sku, Collection<String> movements) {
        return withFresh(picks.of(movements), sku, pick -> movements.contains(pick.id()));
    }

    private List<Pick> withFresh(List<Pick> stored, String sku, Predicate<Pick> which) {
        var picked = new ArrayList<>(stored);
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

    /**
     * Decides of which lots units are that an order's customer sent back: of those that left first, and at most as many as left
     * and have not come back since. The same id again gets the same answer.
     *
     * @param id of a return's line
     * @param lot the only one that they can be of, where it is known
     * @return what could be found; the rest has no known lot
     */
    public List<Part> bringBack(String id, String orderId, String sku, @Nullable String lot, int quantity) {
        var missing = quantity;
        var parts = new ArrayList<Part>();
        for (var pick : picksFor(orderId, sku)) {
            var back = picks.bringBack(pick, id, lot, missing).parts();
            parts.addAll(back);
            missing -= back.stream().mapToInt(Part::quantity).sum();
        }
        return parts;
    }

    /** Books units into their lots again, set aside where they cannot be sold; once for each step. */
    void putBack(Step step, Portion portion, List<Consignment> consignments) {
        var recalled = of(portion.sku()).stream()
                .flatMap(book -> book.blocked().stream())
                .collect(toSet());
        var aside = step.kind() != MovementKind.RETURN;
        var back = consignments.stream()
                .map(each -> each.back(step.id(), recalled.contains(each.lot()), aside))
                .toList();
        once(portion.sku(), portion.hubId(), step.movementId(portion.row()), book -> book.puttingBack(step, back));
    }

    /** Takes what a movement took away from the lots that expire first; once, however often it is told. */
    public void pick(StockRow row, Movement movement, String owner) {
        once(row.sku(), row.hubId(), movement.id(), book -> pick(book, movement, owner));
    }

    private LotBook pick(LotBook book, Movement movement, String owner) {
        var isOrders = movement.kind() == MovementKind.SHIP;
        return book.picking(movement, owner, isOrders ? recipients.orderOf(owner) : null);
    }

    /** Earlier picks are stored by themselves before the book forgets them. */
    private void once(String sku, String hubId, String movement, UnaryOperator<LotBook> decision) {
        if (picks.has(movement)) {
            return;
        }
        change(sku, hubId, book -> {
            if (book.hasPicked(movement)) {
                return book;
            }
            picks.keep(book.fresh());
            return picks.has(movement) ? book : decision.apply(book);
        });
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
