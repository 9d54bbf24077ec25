package io.nearstock.inventory;

import io.nearstock.inventory.Notice.NoticeLine;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseRules.Ruling.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;

/** What a supplier has announced of an order, and whether a further notice goes with it. */
record Announced(PurchaseOrder order) {

    private record Unit(String sku, String serial) {}

    private record Lot(String sku, String lot) {}

    /** Whether it has been said already. */
    boolean has(Notice said) {
        return notices().anyMatch(known -> known.saysWhat(said));
    }

    /** Empty where all of it can be so. */
    Optional<Refusal> contradictionOf(Notice said) {
        if (notices()
                .anyMatch(
                        known -> known.reference() != null && known.reference().equals(said.reference()))) {
            return refusal("notice_differs", "A notice of this reference says something else.");
        }
        if (anySerialTwice(said)) {
            return refusal("serial_announced", "An earlier notice names one of these serials.");
        }
        if (anyLotExpiresTwice(said)) {
            return refusal("expiry_differs", "One lot expires on one day.");
        }
        return order.items().stream().anyMatch(item -> isTooMuch(item, said))
                ? refusal("over_announced", "More is announced than was ordered and is tolerated.")
                : Optional.empty();
    }

    /** What came without being announced is not to come again. */
    private boolean isTooMuch(Item item, Notice said) {
        var units = said.units(item.sku());
        var before = notices().mapToInt(known -> known.units(item.sku())).sum();
        return units > 0 && PurchaseRules.isTooMuch(order, item, units + Math.max(before, item.came()));
    }

    private boolean anySerialTwice(Notice said) {
        var known = new HashSet<Unit>();
        notices().flatMap(Announced::units).forEach(known::add);
        return units(said).anyMatch(known::contains);
    }

    private static Stream<Unit> units(Notice notice) {
        return notice.lines().stream()
                .flatMap(line -> line.serials().stream().map(serial -> new Unit(line.sku(), serial)));
    }

    private boolean anyLotExpiresTwice(Notice said) {
        var expiry = new HashMap<Lot, LocalDate>();
        return Stream.concat(notices(), Stream.of(said))
                .flatMap(notice -> notice.lines().stream())
                .anyMatch(line -> differs(line, expiry));
    }

    private static boolean differs(NoticeLine line, HashMap<Lot, LocalDate> expiry) {
        if (line.lot() == null || line.expiresOn() == null) {
            return false;
        }
        var known = expiry.putIfAbsent(new Lot(line.sku(), line.lot()), line.expiresOn());
        return known != null && !known.equals(line.expiresOn());
    }

    private Stream<Notice> notices() {
        var notice = order.notice();
        return notice == null ? Stream.empty() : notice.each().stream();
    }

    private static Optional<Refusal> refusal(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }
}
