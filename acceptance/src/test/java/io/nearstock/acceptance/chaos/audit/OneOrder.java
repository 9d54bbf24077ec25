package io.nearstock.acceptance.chaos.audit;

import io.nearstock.acceptance.chaos.audit.Evidence.Told;
import io.nearstock.acceptance.chaos.client.Intent;
import io.nearstock.acceptance.chaos.client.Intent.Kind;
import io.nearstock.acceptance.chaos.client.Journal.Entry;
import io.nearstock.acceptance.chaos.client.Outcome;
import io.nearstock.acceptance.chaos.client.Outcome.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is stored everywhere after one paid order for two of ten lamps; a test spoils a part of it. */
final class OneOrder {

    private static final JsonMapper JSON = new JsonMapper();

    final Document line = new Document("sku", "LAMP").append("quantity", 2);
    final Document total = new Document("amount", 2000L).append("currency", "GBP");
    final Document charge =
            new Document("status", "AUTHORISED").append("captured", 2000L).append("refunded", 0L);
    final List<Document> orders = new ArrayList<>(List.of(order("ord_1")));
    final Document hold = new Document("_id", "hld_1").append("status", new Document("name", "committed"));
    final Document row = new Document("_id", "LAMP@hub_1")
            .append("sku", "LAMP")
            .append("onHand", 10L)
            .append("available", 8L)
            .append("allocated", 2L);
    final List<Document> movements = new ArrayList<>();
    final List<Document> notifications = new ArrayList<>();
    final Document copy = new Document("_id", "LAMP@hub_1").append("available", 8L);
    final List<Document> baskets = new ArrayList<>(List.of(new Document("_id", "ord_1")));
    final List<JsonNode> provider = new ArrayList<>();
    final List<JsonNode> mails = new ArrayList<>();
    final List<Told> events = new ArrayList<>();
    final List<Entry> journal = new ArrayList<>();
    long waiting;
    List<String> dead = List.of();
    List<String> planted = List.of();
    boolean found = true;

    OneOrder() {
        moves("rcp_1.LAMP@hub_1", "RECEIPT", 10);
        moves("hld_1.hold.1.LAMP@hub_1", "HOLD", -2);
        notifies("ntf_1");
        mails("<ord_1.order_confirmation@nearstock>");
        charges("authorise", 2000);
        charges("capture", 2000);
        tells("order.placed", "order.confirmed");
        wishes("key-1", "ord_1");
    }

    Evidence evidence() {
        return new Evidence(
                journal,
                Set.of("acc_1"),
                "NOTHING",
                orders,
                List.of(hold),
                List.of(row),
                movements,
                notifications,
                List.of(copy),
                baskets,
                provider,
                mails,
                Map.of("ord_1", events),
                Map.of("orders.orders", waiting),
                new HashSet<>(dead),
                new HashSet<>(planted),
                Map.of("LAMP", found));
    }

    Document order(String id) {
        var shipment =
                new Document("status", "PLANNED").append("hubId", "hub_1").append("lines", List.of(line));
        return new Document("_id", id)
                .append("customerId", "acc_1")
                .append("status", new Document("name", "confirmed"))
                .append("lines", List.of(line))
                .append("total", total)
                .append("payment", new Document("charges", List.of(charge)))
                .append("shipments", List.of(shipment))
                .append("history", List.of(new Document("type", "order.confirmed")))
                .append("messages", 2L);
    }

    void status(String name) {
        orders.getFirst().append("status", new Document("name", name));
    }

    void tells(String... types) {
        for (var type : types) {
            var sequence = events.size() + 1;
            events.add(new Told("ord_1." + sequence, type, sequence));
        }
    }

    void wishes(String key, String orderId) {
        var intent = new Intent(key, Kind.ORDER, "buyer-0", "/api/orders", Map.of(), "", Map.of("LAMP", 2));
        var outcome = orderId.isEmpty() ? Outcome.LOST : new Outcome(Verdict.OK, 201, "", orderId, "");
        journal.add(new Entry(intent, new ArrayList<>(List.of(outcome))));
    }

    void answered(String orderId) {
        journal.getFirst().outcomes().add(new Outcome(Verdict.OK, 201, "", orderId, ""));
    }

    void cancelThoughRefused() {
        var intent = new Intent("key-3", Kind.CANCEL, "buyer-0", "/cancel", Map.of(), "ord_1", Map.of());
        journal.add(new Entry(intent, List.of(new Outcome(Verdict.FAIL, 409, "already_dispatched", "", ""))));
        status("cancelled");
    }

    void charges(String kind, long amount) {
        charges("ord_1", kind, amount);
    }

    void charges(String reference, String kind, long amount) {
        provider.add(
                JSON.valueToTree(Map.of("reference", reference, "kind", kind, "amount", amount, "currency", "GBP")));
    }

    void moves(String id, String kind, int quantity) {
        moves(id, "LAMP", kind, quantity);
    }

    void moves(String id, String sku, String kind, int quantity) {
        movements.add(new Document("_id", id)
                .append("row", sku + "@hub_1")
                .append("sku", sku)
                .append("kind", kind)
                .append("quantity", quantity)
                .append("cause", new Document("id", id.substring(0, id.indexOf('.')))));
    }

    void notifies(String id) {
        notifications.add(new Document("_id", id)
                .append("kind", "ORDER_CONFIRMATION")
                .append("subjectId", "ord_1")
                .append("status", new Document("name", "sent")));
    }

    void mails(String messageId) {
        mails.add(JSON.valueToTree(Map.of("subject", "Your order ord_1 is confirmed", "messageId", messageId)));
    }
}
