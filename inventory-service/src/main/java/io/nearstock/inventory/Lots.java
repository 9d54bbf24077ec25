package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.LotBook.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Repository;

/** Lots and what became of them, in MongoDB. Only rows that ever had a lot have a book. */
@Repository
public class Lots {

    private static final int ATTEMPTS = 50;

    private final MongoCollection<LotBook> books;
    private final MongoCollection<Pick> picks;

    Lots(MongoDatabase database) {
        books = database.getCollection("lotBooks", LotBook.class);
        picks = database.getCollection("picks", Pick.class);
        books.createIndex(ascending("sku"));
        picks.createIndex(ascending("sku", "parts.lot"));
    }

    public List<LotBook> of(String sku) {
        return books.find(eq("sku", sku)).sort(ascending("_id")).into(new ArrayList<>());
    }

    /** What took some of a lot. */
    public List<Pick> picksOf(String sku, String lot) {
        var picked = picks.find(and(eq("sku", sku), eq("parts.lot", lot))).into(new ArrayList<Pick>());
        of(sku).stream()
                .flatMap(book -> book.fresh().stream())
                .filter(pick ->
                        pick.parts().stream().anyMatch(part -> part.lot().equals(lot)))
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

    private boolean save(LotBook before, LotBook next) {
        return before.version() == 0
                ? Duplicates.inserted(books, next)
                : books.replaceOne(and(eq("_id", before.id()), eq("version", before.version())), next)
                                .getMatchedCount()
                        == 1;
    }
}
