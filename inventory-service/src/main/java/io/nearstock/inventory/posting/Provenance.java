package io.nearstock.inventory.posting;

import io.nearstock.inventory.LotBook.Lot;
import io.nearstock.inventory.Lots;
import io.nearstock.inventory.Pick;
import io.nearstock.inventory.Pick.Part;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out of which lot goods are that came back, and whose they were; what is in doubt is not known. */
@Component
final class Provenance {

    record Origin(@Nullable String lot, @Nullable String supplierId) {

        static final Origin UNKNOWN = new Origin(null, null);
    }

    private final Lots lots;

    Provenance(Lots lots) {
        this.lots = lots;
    }

    boolean isLot(String sku, String lot) {
        return lots.of(sku).stream()
                .flatMap(book -> book.lots().stream())
                .anyMatch(known -> known.lot().equals(lot));
    }

    Origin of(String sku, @Nullable String lot, @Nullable String orderId) {
        if (lot != null) {
            return new Origin(lot, supplierOf(sku, lot));
        }
        return orderId == null ? Origin.UNKNOWN : shipped(lots.picksFor(orderId, sku));
    }

    private @Nullable String supplierOf(String sku, String lot) {
        return only(
                lots.of(sku).stream()
                        .flatMap(book -> book.lots().stream())
                        .filter(known -> known.lot().equals(lot))
                        .toList(),
                Lot::supplierId);
    }

    /** Of the lot and the supplier of all that the order brought. */
    private static Origin shipped(List<Pick> picks) {
        var parts = picks.stream().flatMap(pick -> pick.parts().stream()).toList();
        var units = picks.stream()
                .mapToInt(pick -> Objects.requireNonNullElse(pick.units(), 0))
                .sum();
        return parts.stream().mapToInt(Part::quantity).sum() < units
                ? Origin.UNKNOWN
                : new Origin(only(parts, Part::lot), only(parts, Part::supplierId));
    }

    /** What all say; null where one says nothing, or something else. */
    private static <T> @Nullable String only(List<T> all, Function<T, @Nullable String> says) {
        var said = all.stream()
                .flatMap(each -> Stream.ofNullable(says.apply(each)))
                .toList();
        return said.size() == all.size() && said.stream().distinct().count() == 1 ? said.getFirst() : null;
    }
}
