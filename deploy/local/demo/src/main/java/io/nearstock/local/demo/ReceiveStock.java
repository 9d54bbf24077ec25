package io.nearstock.local.demo;

import io.nearstock.local.demo.retail.RetailMonth;
import io.nearstock.local.demo.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Receives an opening stock that is half of what the file sells, so that some buyers come too late. */
final class ReceiveStock {

    private static final int LEAST = 48;
    private static final int LINES_A_RECEIPT = 200;

    private final Shop staff;
    private final Screen screen;

    ReceiveStock(Shop staff, Screen screen) {
        this.staff = staff;
        this.screen = screen;
    }

    void of(RetailMonth month, List<Hub> hubs, Set<String> refusedSkus) {
        var received = 0;
        for (var hub : hubs) {
            for (var receipt : receipts(lines(month, hub, refusedSkus))) {
                var body = Map.of("hubId", hub.id(), "lines", receipt, "reason", "opening stock");
                var key = "demo-stock-" + hub.id() + "-"
                        + Integer.toHexString(
                                Shop.JSON.writeValueAsString(receipt).hashCode());
                staff.post("/api/stock/receipts", body, key).expect(200, 201);
            }
            screen.progress("receiving stock", ++received, hubs.size(), hub.name());
        }
    }

    private static List<Map<String, Object>> lines(RetailMonth month, Hub hub, Set<String> refusedSkus) {
        var lines = new ArrayList<Map<String, Object>>();
        month.sold().forEach((sku, sold) -> {
            var quantity = Math.max(LEAST, sold / 2) * hub.share() / 100;
            if (quantity > 0 && !refusedSkus.contains(sku)) {
                lines.add(Map.of("sku", sku, "quantity", quantity));
            }
        });
        return lines;
    }

    private static List<List<Map<String, Object>>> receipts(List<Map<String, Object>> lines) {
        var receipts = new ArrayList<List<Map<String, Object>>>();
        for (var from = 0; from < lines.size(); from += LINES_A_RECEIPT) {
            receipts.add(lines.subList(from, Math.min(from + LINES_A_RECEIPT, lines.size())));
        }
        return receipts;
    }
}
