package io.nearstock.inventory.purchasing;

import io.nearstock.inventory.ArrivedLot;
import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.Claim;
import io.nearstock.inventory.SerialUnit.Source;
import io.nearstock.inventory.purchasing.DeliveryRequest.DeliveredLine;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which single units come with a delivery: those that whoever counts it names, and of the rest those that were announced, where
 * all of them come at once. A serial that is guessed wrong would make a genuine unit look like somebody else's.
 */
record DeliveredSerials(PurchaseOrder order, String receipt, DeliveryRequest delivery, Instant now) {

    List<SerialUnit> units() {
        return order.receipts().contains(receipt)
                ? List.of()
                : delivery.lines().stream().flatMap(this::units).toList();
    }

    private Stream<SerialUnit> units(DeliveredLine line) {
        return line.numbers().isEmpty()
                ? announced(line)
                : line.numbers().stream()
                        .map(serial -> unit(
                                line.sku(),
                                serial,
                                line.lot(),
                                line.brokenNumbers().contains(serial)));
    }

    private Stream<SerialUnit> announced(DeliveredLine line) {
        var all = announcedLike(line);
        var units = all.stream().mapToInt(NoticeLine::quantity).sum();
        var isWhole = units == line.quantity() && isAlone(line) && nothingCame(line.sku(), all);
        var isOneState = line.broken() == 0 || line.broken() == line.quantity();
        return isWhole && isOneState
                ? all.stream()
                        .flatMap(each -> each.serials().stream()
                                .map(serial -> unit(line.sku(), serial, each.lot(), line.broken() > 0)))
                : Stream.empty();
    }

    /** Of its lot, where it names one; else all that has not come in a lot that was named. */
    private List<NoticeLine> announcedLike(DeliveredLine line) {
        return lines().filter(each -> each.sku().equals(line.sku()))
                .filter(each ->
                        line.lot() == null ? !hasComeWhole(each) : line.lot().equals(each.lot()))
                .toList();
    }

    private boolean hasComeWhole(NoticeLine line) {
        var lot = line.lot();
        return lot != null && came(line.sku(), lot) >= announced(line.sku(), lot);
    }

    private int announced(String sku, String lot) {
        return lines().filter(each -> each.sku().equals(sku) && lot.equals(each.lot()))
                .mapToInt(NoticeLine::quantity)
                .sum();
    }

    private int came(String sku, String lot) {
        return arrived(sku)
                .filter(each -> each.lot().equals(lot))
                .mapToInt(ArrivedLot::quantity)
                .sum();
    }

    private Stream<ArrivedLot> arrived(String sku) {
        return Objects.requireNonNullElse(order.lots(), List.<ArrivedLot>of()).stream()
                .filter(each -> each.sku().equals(sku));
    }

    private Stream<NoticeLine> lines() {
        var notice = order.notice();
        return notice == null ? Stream.empty() : notice.lines().stream();
    }

    /** Another line about the same goods would leave a doubt which is which. */
    private boolean isAlone(DeliveredLine line) {
        return delivery.lines().stream()
                        .filter(other -> other.sku().equals(line.sku()))
                        .filter(other -> line.lot() == null
                                || other.lot() == null
                                || other.lot().equals(line.lot()))
                        .count()
                == 1;
    }

    /** Nothing of these lots, and nothing that may have been of any. */
    private boolean nothingCame(String sku, List<NoticeLine> lines) {
        var came = order.items().stream()
                .filter(item -> item.sku().equals(sku))
                .mapToInt(item -> item.received() + item.damaged())
                .sum();
        return came == arrived(sku).mapToInt(ArrivedLot::quantity).sum()
                && lines.stream().flatMap(line -> Stream.ofNullable(line.lot())).allMatch(lot -> came(sku, lot) == 0);
    }

    private SerialUnit unit(String sku, String serial, @Nullable String lot, boolean isBroken) {
        var notice = order.notice();
        var isAnnounced = notice != null && notice.announces(sku, serial);
        var by = order.id() + "." + receipt + (isBroken ? ".damaged" : ".good");
        var source = new Source(lot, order.supplierId(), order.id(), isAnnounced);
        return SerialUnit.coming(sku, serial, order.hubId(), new Claim(by, source, now));
    }
}
