package io.nearstock.inventory;

import static java.util.stream.Collectors.toSet;

import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.Posting.Consignment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lots and what became of them. Only rows that ever had a lot or a serial have a book. */
@Component
public class Lots {

    public static final String COLLECTION = LotBooks.COLLECTION;

    private static final Comparator<Pick> BY_TIME =
            Comparator.comparing(Pick::at).thenComparing(Pick::id);

    private final LotBooks books;
    private final Picks picks;
    private final SerialUnits serials;
    private final SerialChoice choice;
    private final Recipients recipients;

    Lots(LotBooks books, Picks picks, SerialUnits serials, SerialChoice choice, Recipients recipients) {
        this.books = books;
        this.picks = picks;
        this.serials = serials;
        this.choice = choice;
        this.recipients = recipients;
    }

    public List<LotBook> of(String sku) {
        return books.of(sku);
    }

    /** Books with lots of which some could still be sold on a day on which they have expired, from behind a row's id on. */
    public List<LotBook> expiredOn(LocalDate day, String after, int count) {
        return books.expiredOn(day, after, count);
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
        books.change(sku, hubId, book -> book.has(delivered) ? book : book.with(delivered));
    }

    /** Keeps a lot from being picked, wherever it is. */
    public void block(String sku, String lot) {
        serials.blockLot(sku, lot);
        of(sku).forEach(known ->
                books.change(sku, known.hubId(), book -> book.isBlocked(lot) ? book : book.blocking(lot)));
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
        var aside = step.kind().aside();
        var back = consignments.stream()
                .map(each -> each.back(step.id(), recalled.contains(each.lot()), aside))
                .toList();
        books.once(
                portion.sku(), portion.hubId(), step.movementId(portion.row()), book -> book.puttingBack(step, back));
    }

    /** Whether a movement changes which lots and serials there are, or what may become of them. */
    public boolean concerns(StockRow row, Pending pending) {
        var kind = pending.kind();
        var source = kind.source(pending.quantity());
        return kind.effect(pending.quantity()).onHand() < 0
                || (kind.isReclassification()
                        && (row.isSerialised()
                                || source != Bucket.AVAILABLE
                                || pending.cause().isExpiry()))
                || (kind == MovementKind.RELEASE && row.isSerialised());
    }

    /** Takes what a movement took away from the lots that expire first; once, however often it is told. */
    public void follow(StockRow row, Movement movement, String owner) {
        if (movement.kind() == MovementKind.RELEASE) {
            serials.letGo(owner, row.id());
        } else {
            books.once(row.sku(), row.hubId(), movement.id(), book -> next(row, book, movement, owner));
        }
    }

    private LotBook next(StockRow row, LotBook book, Movement movement, String owner) {
        var known = row.isSerialised() ? choice.known(movement, owner) : List.<SerialUnit>of();
        var next = next(book, movement, owner, known);
        return row.isSerialised() ? next.naming(choice.named(book, next, movement, known)) : next;
    }

    private LotBook next(LotBook book, Movement movement, String owner, List<SerialUnit> known) {
        return switch (movement.kind()) {
            case DAMAGE, QUARANTINE, CONDEMNATION -> book.reclassifying(movement, owner, known);
            case SHIP -> book.picking(movement, owner, recipients.orderOf(owner), known);
            default -> book.picking(movement, owner, null, known);
        };
    }
}
