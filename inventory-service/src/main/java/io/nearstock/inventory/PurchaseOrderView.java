package io.nearstock.inventory;

import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.PurchaseOrder.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as staff and its supplier see it.
 *
 * @param total what the goods cost, without freight and duty
 * @param landedTotal with them
 * @param promisedOn what the supplier is measured by
 * @param asn all that the supplier says is or was on its way
 * @param notices the same as it was said, the earliest first
 * @param lots that were announced or came
 * @param tracking where the goods are that are on their way; null while nobody says, and in lists
 * @param otherParts the same of those that another notice announced
 */
public record PurchaseOrderView(
        String id,
        String supplierId,
        String hubId,
        String status,
        List<LineView> lines,
        Money total,
        Money landedTotal,
        @Nullable LocalDate expectedOn,
        @Nullable LocalDate promisedOn,
        @Nullable NoticeView asn,
        List<NoticeView> notices,
        List<OrderLotView> lots,
        @Nullable TrackingView tracking,
        List<TrackingView> otherParts,
        List<EventView> history) {

    /**
     * One product.
     *
     * @param landedCost what all its units cost together, with its share of freight and duty
     */
    public record LineView(String sku, int quantity, Money unitCost, Money landedCost, int received, int damaged) {}

    public record NoticeView(
            List<NoticeLine> lines, @Nullable String reference, Instant at) {

        private static NoticeView of(Notice notice) {
            return new NoticeView(notice.lines(), notice.reference(), notice.at());
        }
    }

    public record EventView(
            String status, String actor, @Nullable String reason, Instant at) {}

    /** Without where its goods are. */
    public static PurchaseOrderView of(PurchaseOrder order) {
        return of(order, List.of());
    }

    static PurchaseOrderView of(PurchaseOrder order, List<TrackingView> tracks) {
        var items = order.items();
        var notice = order.notice();
        var landed = LandedCost.of(order);
        var lines = IntStream.range(0, items.size())
                .mapToObj(index -> line(items.get(index), landed.get(index)))
                .toList();
        return new PurchaseOrderView(
                order.id(),
                order.supplierId(),
                order.hubId(),
                wireName(order.status()),
                lines,
                Money.sum(items.stream()
                        .map(item -> item.unitCost().times(item.quantity()))
                        .toList()),
                Money.sum(landed),
                order.expectedOn(),
                order.promisedOn(),
                notice == null ? null : NoticeView.of(notice),
                notice == null
                        ? List.of()
                        : notice.each().stream().map(NoticeView::of).toList(),
                OrderLotView.of(order),
                tracks.isEmpty() ? null : tracks.getFirst(),
                tracks.stream().skip(1).toList(),
                order.history().stream().map(PurchaseOrderView::event).toList());
    }

    private static LineView line(Item item, Money landed) {
        return new LineView(item.sku(), item.quantity(), item.unitCost(), landed, item.received(), item.damaged());
    }

    private static EventView event(PurchaseOrder.Event event) {
        return new EventView(wireName(event.status()), event.actor(), event.reason(), event.at());
    }

    private static String wireName(PurchaseOrder.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
