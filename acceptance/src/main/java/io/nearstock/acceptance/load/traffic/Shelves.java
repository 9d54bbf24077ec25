package io.nearstock.acceptance.load.traffic;

import static io.nearstock.acceptance.shop.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.load.wire.Request;
import io.nearstock.acceptance.load.wire.Wire;
import io.nearstock.acceptance.shop.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A shop with enough in it: imported and received once, found again by a later run on the same stack. */
public final class Shelves {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int HUBS = 3;
    private static final int PLENTY = 1_000_000;
    private static final int KNOWN_PAGES = 500;

    private final World world;
    private final Assortment assortment;

    public Shelves(World world, int products) {
        this.world = world;
        this.assortment = new Assortment(products);
    }

    public List<String> skus() {
        return assortment.skus();
    }

    public void fill() {
        if (found(Assortment.sku(assortment.size() - 1)) > 0) {
            return;
        }
        load();
        for (var hub = 0; hub < HUBS; hub++) {
            receive(world.newHub(), skus());
        }
        within(
                PATIENCE,
                () -> assertThat(found(Assortment.sku(assortment.size() - 1)))
                        .as("products in stock that the search finds")
                        .isPositive());
    }

    /** A product that nobody has ordered yet. */
    public String newHotSku() {
        var sku = world.newGood(1299, 0).sku();
        receive(world.newHub(), List.of(sku));
        return sku;
    }

    public List<String> productIds() {
        return skus().stream()
                .limit(KNOWN_PAGES)
                .map(sku -> world.everybody()
                        .get("/api/products?q=" + sku + "&limit=1")
                        .text("/items/0/id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private long found(String sku) {
        return world.everybody()
                .get("/api/products?inStock=true&limit=1&q=" + sku)
                .is(200)
                .number("/total");
    }

    private void load() {
        var staff = world.token(world.stack().login("staff"), world.stack().password("staff"));
        try (var wire = new Wire(world.stack().gateway())) {
            var reply = wire.send(Request.post("/api/products/import", "application/x-ndjson", assortment.lines())
                    .by(staff));
            assertThat(reply.status()).as(reply.body()).isEqualTo(202);
            var job = reply.text("id");
            within(
                    PATIENCE,
                    () -> assertThat(world.staff().get("/api/jobs/" + job).text("/status"))
                            .isEqualTo("succeeded"));
        }
    }

    private void receive(String hubId, List<String> skus) {
        for (var from = 0; from < skus.size(); from += 100) {
            var lines = skus.subList(from, Math.min(from + 100, skus.size())).stream()
                    .map(sku -> Map.of("sku", sku, "quantity", PLENTY))
                    .toList();
            world.staff()
                    .post("/api/stock/receipts", Map.of("hubId", hubId, "lines", lines, "reason", "opening stock"))
                    .is(201);
        }
    }
}
