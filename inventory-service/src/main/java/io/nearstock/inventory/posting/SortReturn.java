package io.nearstock.inventory.posting;

import io.nearstock.inventory.LotBook;
import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Pick.Part;
import io.nearstock.inventory.Posting.Consignment;
import io.nearstock.inventory.ReturnedGoods.Units;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnits;
import io.nearstock.inventory.posting.ReturnController.Condition;
import io.nearstock.inventory.posting.ReturnRequest.ReturnedLine;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides into which lots units go that came back: the one on their label, else those that left for their order. What never left
 * for it goes into none. A recalled lot is not sold again, whatever somebody has found.
 */
@Component
final class SortReturn {

    private final Lots lots;
    private final SerialUnits serials;

    SortReturn(Lots lots, SerialUnits serials) {
        this.lots = lots;
        this.serials = serials;
    }

    /** The same return again is sorted alike, but for what was recalled meanwhile. */
    List<Units> sort(String id, ReturnRequest request) {
        return IntStream.range(0, request.lines().size())
                .boxed()
                .flatMap(index -> sort(id + "." + index, request.lines().get(index), request.orderId()))
                .toList();
    }

    private Stream<Units> sort(String id, ReturnedLine line, @Nullable String orderId) {
        return line.numbers().isEmpty()
                ? sortLoose(id, line, orderId)
                : serials.of(line.sku(), line.numbers()).stream().map(unit -> units(id, line, unit));
    }

    /** Exactly that unit, back into the lot that it is of. */
    private Units units(String id, ReturnedLine line, SerialUnit unit) {
        var books = lots.of(line.sku());
        var lot = unit.lot();
        var orderId = unit.orderId();
        if (lot != null && orderId != null) {
            lots.bringBack(id + "." + unit.serial(), orderId, line.sku(), lot, 1);
        }
        var part = lot == null ? null : new Part(lot, unit.source().supplierId(), 1);
        var sorted = part == null
                ? new Units(line.sku(), 1, line.condition(), null, List.of(unit.serial()))
                : units(line, part, books, List.of(unit.serial()));
        var isKept = unit.isRecalled() && line.isSellable();
        return isKept ? sorted.in(Condition.QUARANTINED.wireName()) : sorted;
    }

    private Stream<Units> sortLoose(String id, ReturnedLine line, @Nullable String orderId) {
        var books = lots.of(line.sku());
        var parts = orderId == null || books.isEmpty()
                ? List.<Part>of()
                : lots.bringBack(id, orderId, line.sku(), line.lot(), line.quantity());
        var rest = line.quantity() - parts.stream().mapToInt(Part::quantity).sum();
        return Stream.concat(
                parts.stream().map(part -> units(line, part, books, null)),
                rest == 0 ? Stream.empty() : Stream.of(rest(line, rest, books)));
    }

    /** Its label is believed, though none of its lot is known to be out. */
    private static Units rest(ReturnedLine line, int units, List<LotBook> books) {
        return line.lot() == null
                ? new Units(line.sku(), units, line.condition(), null, null)
                : units(line, new Part(line.lot(), supplierOf(line.lot(), books), units), books, null);
    }

    private static Units units(ReturnedLine line, Part part, List<LotBook> books, @Nullable List<String> serials) {
        var known = named(part.lot(), books)
                .filter(lot -> Objects.equals(lot.supplierId(), part.supplierId()))
                .findFirst();
        var expiresOn = known.map(Lot::expiresOn).orElse(null);
        var lot = new Consignment(line.sku(), part.lot(), expiresOn, part.supplierId(), part.quantity());
        return new Units(line.sku(), part.quantity(), condition(line, part.lot(), books), lot, serials);
    }

    private static String condition(ReturnedLine line, String lot, List<LotBook> books) {
        var isRecalled = books.stream().anyMatch(book -> book.blocked().contains(lot));
        return line.isSellable() && isRecalled ? Condition.QUARANTINED.wireName() : line.condition();
    }

    private static @Nullable String supplierOf(String lot, List<LotBook> books) {
        return named(lot, books).findFirst().map(Lot::supplierId).orElse(null);
    }

    private static Stream<Lot> named(String lot, List<LotBook> books) {
        return books.stream()
                .flatMap(book -> book.lots().stream())
                .filter(known -> known.lot().equals(lot));
    }
}
