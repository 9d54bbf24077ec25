package io.nearstock.inventory.serial;

import static io.nearstock.inventory.Shop.assertProblem;
import static io.nearstock.inventory.Shop.line;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Single units, from their supplier's notice to a customer and back. */
@InventoryTest
class SerialJourneyTests {

    private final Shop shop;
    private final TestEvents events;

    SerialJourneyTests(Shop shop, TestEvents events) {
        this.shop = shop;
        this.events = events;
    }

    @Test
    void knowsEachUnitFromItsNoticeToWhoeverGotItAndBack() {
        var hub = shop.openHub("Serials", 1, 1);
        var notice = received("SER-1", hub);
        assertThat(fields(unit("SER-1", "A1"), "status", "hubId", "lot", "code"))
                .isEqualTo("in_stock " + hub + " L-LATE "
                        + notice.at("/lines/0/codes/0").asString());
        assertThat(unit("SER-1", "A1").path("announced").asBoolean()).isTrue();
        assertProblem(receive(hub, "SER-1", 1, "\"A1\""), 409, "serial_known");
        assertThat(shop.stock("SER-1").path("onHand").asInt()).isEqualTo(4);

        shop.hold("hld_ser", "ord_ser", line("SER-1", 2));
        assertThat(pick(hub, "")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"lines": [{"sku": "SER-1", "quantity": 2,
                        "serials": [{"serial": "B1", "lot": "L-SOON"}, {"serial": "B2"}]}]}\
            """);
        assertProblem(pick(hub, "\"B1\", \"C9\""), 409, "serial_not_here");
        assertThat(pick(hub, "\"A2\", \"B1\"")).hasStatusOk();
        assertThat(unit("SER-1", "A2").path("status").asString()).isEqualTo("picked");
        assertThat(unit("SER-1", "B2").path("status").asString()).isEqualTo("in_stock");
        dispatch(hub, "SER-1", 2);
        shop.eventually(
                () -> shop.body(shop.get("/api/stock/serials?orderId=ord_ser")).path("items"),
                units -> assertThat(units)
                        .extracting(unit -> fields(unit, "serial", "status", "orderId"))
                        .containsExactly("A2 sold ord_ser", "B1 sold ord_ser"));
        var told = shop.json(events.await("stock.lots_shipped", "SER-1@" + hub).payload());
        assertThat(told.path("serials").toString()).isEqualTo("[\"A2\",\"B1\"]");
        assertThat(lotsLeft("SER-1")).containsExactlyInAnyOrder("L-LATE 1 false", "L-SOON 1 false");
        var codeOfA2 = notice.at("/lines/0/codes/1").asString();
        var codeOfB2 = notice.at("/lines/1/codes/1").asString();
        assertThat(verdict(codeOfA2, "ord_ser")).isEqualTo("genuine");
        assertThat(verdict(codeOfA2, "ord_other")).isEqualTo("other_order");
        assertThat(verdict(codeOfB2, "ord_ser")).isEqualTo("not_sold");
        assertThat(verdict("Zm9yZ2Vk.Zm9yZ2Vk", "ord_ser")).isEqualTo("forged");

        assertProblem(takeBack(hub, "ord_other", "A2"), 422, "serial_of_other_order");
        assertProblem(takeBack(hub, "ord_ser", "Z9"), 422, "unknown_serial");
        assertThat(takeBack(hub, "ord_ser", "A2")).hasStatus(201);
        assertProblem(takeBack(hub, "ord_ser", "A2"), 409, "serial_not_out");
        assertThat(lotsLeft("SER-1")).containsExactlyInAnyOrder("L-LATE 2 false", "L-SOON 1 false");
        assertThat(unit("SER-1", "A2").at("/earlier/0/orderId").asString()).isEqualTo("ord_ser");
        assertThat(verdict(codeOfA2, "ord_ser")).isEqualTo("not_sold");

        assertThat(shop.post("/api/stock/recalls", """
            {"sku": "SER-1", "serials": ["A1", "B1"], "reason": "hot"}\
            """))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"quarantined": [{"left": 1, "quarantined": 1}], "taken": [{"orderId": "ord_ser", "serials": ["B1"]}]}\
                    """);
        shop.eventually(
                () -> unit("SER-1", "A1").path("status").asString(),
                status -> assertThat(status).isEqualTo("quarantined"));
        assertThat(lotsLeft("SER-1")).containsExactlyInAnyOrder("L-LATE 1 false", "L-LATE 1 true", "L-SOON 1 false");
        assertThat(shop.body(shop.post("/api/stock/recalls", """
            {"sku": "SER-1", "lot": "L-SOON", "reason": "hot"}\
            """))
                        .at("/taken/0/serials/0")
                        .asString())
                .isEqualTo("B1");
    }

    @Test
    void keepsOrEndsASerialWithItsUnit() {
        var hub = shop.openHub("Single", 1, 1);
        var other = shop.openHub("Other", 2, 2);
        assertThat(receive(hub, "SER-2", 4, "\"C1\", \"C2\", \"C3\", \"C4\"")).hasStatus(201);
        assertProblem(receive(hub, "SER-2", 2, "\"C5\""), 422, "invalid_request");
        assertThat(shop.post("/api/stock/reclassifications", """
            {"hubId": "%s", "sku": "SER-2", "from": "available", "to": "damaged", "quantity": 1, "reason": "cracked",
             "serials": ["C2"]}\
            """.formatted(hub)))
                .hasStatus(201);
        awaitStatus("C2", "damaged");
        assertThat(writeOff(hub, "")).hasStatus(201);
        awaitStatus("C2", "written_off");
        assertProblem(writeOff(hub, ", \"serials\": [\"C2\"]"), 409, "serial_not_here");

        var transfer = shop.body(shop.post("/api/stock/transfers", """
            {"fromHubId": "%s", "toHubId": "%s", "lines": [{"sku": "SER-2", "quantity": 2}]}\
            """.formatted(hub, other)));
        awaitStatus("C3", "in_transfer");
        assertThat(shop.post("/api/stock/transfers/" + transfer.path("id").asString() + "/receive", "{}"))
                .hasStatusOk();
        assertThat(fields(unit("SER-2", "C3"), "status", "hubId")).isEqualTo("in_stock " + other);
        assertThat(receive(other, "SER-2", 1, "\"C2\"")).hasStatus(201);
        assertThat(unit("SER-2", "C2").path("hubId").asString()).isEqualTo(other);
        assertProblem(shop.get("/api/stock/SER-2/serials/C9"), 404, "not_found");
        assertProblem(shop.get("/api/stock/serials"), 422, "order_or_serial");
        assertThat(shop.body(shop.get("/api/stock/serials?serial=C4")).path("items"))
                .hasSize(1);
    }

    private void awaitStatus(String serial, String status) {
        shop.eventually(
                () -> unit("SER-2", serial).path("status").asString(),
                found -> assertThat(found).isEqualTo(status));
    }

    private MvcTestResult writeOff(String hub, String further) {
        return shop.post("/api/stock/write-offs", """
            {"hubId": "%s", "sku": "SER-2", "quantity": 1, "reason": "cracked"%s}\
            """.formatted(hub, further));
    }

    /** Two lots of two by a purchase order; answers the notice. */
    private JsonNode received(String sku, String hub) {
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Maker\"}"))
                .path("id")
                .asString();
        shop.post("/api/suppliers/" + supplier + "/offers", """
            {"offers": [{"sku": "%s", "unitCost": {"amount": 250, "currency": "GBP"}, "leadTimeDays": 5}]}\
            """.formatted(sku));
        var order = shop.body(shop.post("/api/purchase-orders", """
            {"supplierId": "%s", "hubId": "%s", "lines": [{"sku": "%s", "quantity": 4}]}\
            """.formatted(supplier, hub, sku)))
                .path("id")
                .asString();
        var path = "/api/purchase-orders/" + order;
        shop.post(path + "/approve", "");
        shop.post(path + "/send", "");
        var shipped = shop.http()
                .post()
                .uri("/api/partner/purchase-orders/" + order + "/ship")
                .header("Authorization", TestTokens.supplier(supplier))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(APPLICATION_JSON)
                .content("""
                    {"lines": [{"sku": "%1$s", "quantity": 2, "lot": "L-LATE", "expiresOn": "2100-02-01",
                                "serials": ["A1", "A2"]},
                               {"sku": "%1$s", "quantity": 2, "lot": "L-SOON", "expiresOn": "2100-01-01",
                                "serials": ["B1", "B2"]}]}\
                    """.formatted(sku))
                .exchange();
        assertThat(shop.post(path + "/receipts", "{\"lines\": [" + line(sku, 4) + "]}"))
                .hasStatusOk();
        return shop.body(shipped).path("asn");
    }

    private MvcTestResult receive(String hub, String sku, int quantity, String serials) {
        return shop.post("/api/stock/receipts", """
            {"hubId": "%s", "lines": [{"sku": "%s", "quantity": %d, "serials": [%s]}]}\
            """.formatted(hub, sku, quantity, serials));
    }

    private MvcTestResult pick(String hub, String serials) {
        var lines = serials.isEmpty() ? "" : ", \"lines\": [{\"sku\": \"SER-1\", \"serials\": [" + serials + "]}]";
        return shop.post("/api/stock/picks", "{\"holdId\": \"hld_ser\", \"hubId\": \"" + hub + "\"" + lines + "}");
    }

    private void dispatch(String hub, String sku, int quantity) {
        events.publish("order.shipment_dispatched", "ord_ser", 2, """
            {"orderId": "ord_ser", "holdId": "hld_ser", "shipmentId": "shp_ser", "hubId": "%s",
             "lines": [%s], "at": "2026-11-01T10:00:00Z"}\
            """.formatted(hub, line(sku, quantity)));
    }

    private MvcTestResult takeBack(String hub, String order, String serial) {
        return shop.post("/api/stock/returns", """
            {"hubId": "%s", "returnId": "ret_ser", "orderId": "%s",
             "lines": [{"sku": "SER-1", "quantity": 1, "condition": "available", "serials": ["%s"]}]}\
            """.formatted(hub, order, serial));
    }

    private String verdict(String code, String order) {
        var answer = shop.body(shop.getInternal("/internal/authenticity/" + code + "?orderId=" + order));
        if (answer.path("verdict").asString().equals("genuine")) {
            assertThat(shop.shape(answer)).isEqualTo(shop.shape(shop.json(Contracts.call("authenticity.response"))));
        }
        return answer.path("verdict").asString();
    }

    private JsonNode unit(String sku, String serial) {
        return shop.body(shop.get("/api/stock/" + sku + "/serials/" + serial));
    }

    private List<String> lotsLeft(String sku) {
        return shop.body(shop.get("/api/stock/" + sku + "/lots"))
                .path("lots")
                .valueStream()
                .filter(lot -> lot.path("left").asInt() > 0)
                .map(lot -> fields(lot, "lot", "left", "aside"))
                .toList();
    }

    private static String fields(JsonNode node, String... names) {
        return Stream.of(names).map(name -> node.path(name).asString()).collect(joining(" "));
    }
}
