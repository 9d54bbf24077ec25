package io.nearstock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a supplier's offer to its goods in the hub, and to a customer. */
@ExtendWith(RunningStack.class)
class SuppliersJourneyIT {

    private static final String PASSWORD = "a long way to the hub 7";

    private final World world;

    SuppliersJourneyIT(World world) {
        this.world = world;
    }

    @Test
    void sellsWhatASupplierHasBrought() {
        var good = world.newGood(1000, 0);
        var hub = world.newHub();
        var staff = world.staff();
        var supplierId = newSupplier(good.sku());
        var supplier = userOf(supplierId);
        var stranger = userOf(newSupplier(good.sku()));

        var order = staff.post("/api/purchase-orders", wanted(supplierId, hub, good.sku()))
                .is(201)
                .text("/id");
        supplier.get("/api/partner/purchase-orders/" + order).isProblem(404, "not_found");
        staff.post("/api/purchase-orders/" + order + "/approve", Map.of()).is(200);
        staff.post("/api/purchase-orders/" + order + "/send", Map.of()).is(200);

        stranger.get("/api/partner/purchase-orders/" + order).isProblem(404, "not_found");
        supplier.post("/api/partner/purchase-orders/" + order + "/acknowledge", Map.of())
                .is(200);
        var shipped = supplier.post(
                        "/api/partner/purchase-orders/" + order + "/ship",
                        Map.of("lines", List.of(Map.of("sku", good.sku(), "quantity", 10, "lot", "L-1"))))
                .is(200);
        var code = shipped.text("/asn/lines/0/codes/0");
        assertThat(staff.get("/api/purchase-orders/authenticity/" + code)
                        .is(200)
                        .body()
                        .path("genuine")
                        .asBoolean())
                .isTrue();
        assertThat(staff.get("/api/purchase-orders/authenticity/x" + code)
                        .is(200)
                        .body()
                        .path("genuine")
                        .asBoolean())
                .isFalse();

        staff.post(
                        "/api/purchase-orders/" + order + "/receipts",
                        Map.of("lines", List.of(Map.of("sku", good.sku(), "quantity", 10, "damaged", 1))))
                .is(200);
        assertThat(world.available(good.sku())).isEqualTo(9);
        world.newCustomer().buy(Map.of(good.sku(), 9));
    }

    private static Map<String, Object> wanted(String supplierId, String hub, String sku) {
        return Map.of("supplierId", supplierId, "hubId", hub, "lines", List.of(Map.of("sku", sku, "quantity", 10)));
    }

    private String newSupplier(String sku) {
        var id = world.staff()
                .post("/api/suppliers", Map.of("name", World.unique("Supplier ")))
                .is(201)
                .text("/id");
        var cost = Map.of("amount", 400, "currency", "GBP");
        var offer = Map.of("sku", sku, "unitCost", cost, "leadTimeDays", 3);
        world.staff()
                .post("/api/suppliers/" + id + "/offers", Map.of("offers", List.of(offer)))
                .is(200);
        return id;
    }

    private Api userOf(String supplierId) {
        var name = World.unique("supplier-");
        var account = Map.of(
                "username", name,
                "email", name + "@example.com",
                "password", PASSWORD,
                "roles", List.of("supplier"),
                "supplierId", supplierId);
        admin().post("/api/admin/accounts", account).is(201);
        return world.signedIn(name, PASSWORD);
    }

    private Api admin() {
        return world.signedIn(world.stack().login("admin"), world.stack().password("admin"));
    }
}
