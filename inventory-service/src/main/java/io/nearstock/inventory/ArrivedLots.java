package io.nearstock.inventory;

import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.Posting.Consignment;
import io.nearstock.inventory.PurchaseOrder.Item;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which lots come with a delivery: those that whoever counts it names, and of the rest those that were announced, where
 * there is no doubt. A lot that is guessed wrong would be recalled from the wrong customers; units without one are not.
 */
final class ArrivedLots {

    /** What was announced and has not come. */
    private record Left(Optional<String> lot, int quantity) {}

    private final PurchaseOrder order;
    private final String receipt;

    private ArrivedLots(PurchaseOrder order, String receipt) {
        this.order = order;
        this.receipt = receipt;
    }

    /** With those of earlier deliveries. */
    static List<ArrivedLot> of(PurchaseOrder order, String receipt, List<Delivered> delivered) {
        var lots = new ArrivedLots(order, receipt);
        var total = new LinkedHashMap<ArrivedLot, Integer>();
        delivered.stream()
                .flatMap(each -> Stream.concat(lots.named(each), lots.announced(each)))
                .forEach(lot -> total.merge(lot.of(0), lot.quantity(), Math::addExact));
        var coming = total.entrySet().stream().map(each -> each.getKey().of(each.getValue()));
        return Stream.concat(before(order), coming).toList();
    }

    /** The lots that a step of the order brings into the books: with the good units of a product, if there are any. */
    static List<Consignment> broughtBy(Step step, PurchaseOrder order) {
        return before(order)
                .filter(lot -> step.id().startsWith(order.id() + "." + lot.receipt() + "."))
                .filter(lot -> brings(step, lot.sku(), order))
                .map(lot -> lot.from(order.supplierId()))
                .toList();
    }

    private static boolean brings(Step step, String sku, PurchaseOrder order) {
        var isGood = step.kind() == MovementKind.ARRIVAL;
        var isBroken = step.kind() == MovementKind.DAMAGED_ARRIVAL;
        return moves(step, sku)
                && (isGood
                        || (isBroken
                                && order.steps().stream()
                                        .filter(other -> other.kind() == MovementKind.ARRIVAL)
                                        .noneMatch(good -> moves(good, sku))));
    }

    private static boolean moves(Step step, String sku) {
        return step.portions().stream().anyMatch(portion -> portion.sku().equals(sku));
    }

    private static Stream<ArrivedLot> before(PurchaseOrder order) {
        return Objects.requireNonNullElse(order.lots(), List.<ArrivedLot>of()).stream();
    }

    private Stream<ArrivedLot> named(Delivered delivered) {
        return delivered.lots().stream().map(part -> {
            var expires = part.expiresOn() == null ? announcedExpiry(delivered.sku(), part.lot()) : part.expiresOn();
            return new ArrivedLot(receipt, delivered.sku(), part.lot(), expires, part.quantity());
        });
    }

    private @Nullable LocalDate announcedExpiry(String sku, String lot) {
        return lines(sku)
                .filter(line -> lot.equals(line.lot()))
                .flatMap(line -> Stream.ofNullable(line.expiresOn()))
                .findFirst()
                .orElse(null);
    }

    /**
     * No doubt is where all comes that is left, or some of the only lot that is left; and where nothing came before that
     * may have been of any lot.
     */
    private Stream<ArrivedLot> announced(Delivered delivered) {
        var unnamed = delivered.unnamed();
        var left = left(delivered);
        var all = left.stream().mapToInt(Left::quantity).sum();
        if (unnamed == 0 || unnamed > all || (unnamed < all && left.size() > 1) || anyCameWithoutLot(delivered.sku())) {
            return Stream.empty();
        }
        return left.stream()
                .flatMap(each -> each.lot().stream()
                        .map(lot -> arrived(delivered.sku(), lot, Math.min(unnamed, each.quantity()))));
    }

    private boolean anyCameWithoutLot(String sku) {
        var came = order.items().stream()
                .filter(item -> item.sku().equals(sku))
                .mapToInt(Item::came)
                .sum();
        return came > units(before(order).filter(lot -> lot.sku().equals(sku)));
    }

    private static int units(Stream<ArrivedLot> lots) {
        return lots.mapToInt(ArrivedLot::quantity).sum();
    }

    private ArrivedLot arrived(String sku, String lot, int quantity) {
        return new ArrivedLot(receipt, sku, lot, announcedExpiry(sku, lot), quantity);
    }

    private List<Left> left(Delivered delivered) {
        return lines(delivered.sku())
                .map(line -> Optional.ofNullable(line.lot()))
                .distinct()
                .map(lot -> new Left(lot, announced(delivered.sku(), lot) - came(delivered, lot)))
                .filter(left -> left.quantity() > 0)
                .toList();
    }

    private int announced(String sku, Optional<String> lot) {
        return lines(sku)
                .filter(line -> lot.equals(Optional.ofNullable(line.lot())))
                .mapToInt(NoticeLine::quantity)
                .sum();
    }

    private int came(Delivered delivered, Optional<String> lot) {
        return units(Stream.concat(before(order), named(delivered))
                .filter(each -> each.sku().equals(delivered.sku()))
                .filter(each -> Optional.of(each.lot()).equals(lot)));
    }

    private Stream<NoticeLine> lines(String sku) {
        return Optional.ofNullable(order.notice()).stream()
                .flatMap(notice -> notice.lines().stream())
                .filter(line -> line.sku().equals(sku));
    }
}
