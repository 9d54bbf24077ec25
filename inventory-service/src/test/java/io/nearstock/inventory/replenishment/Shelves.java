package io.nearstock.inventory.replenishment;

import static io.nearstock.inventory.replenishment.Needs.daily;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Shop;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Shelves of hubs that sell six units a day, with suppliers, and what is proposed for them. */
final class Shelves {

    static final String PATH = "/api/replenishment-proposals";

    private final Shop shop;
    private final Stock stock;
    private final DemandForecasts forecasts;
    private final Propose propose;
    private final PlanningSettings settings;
    private final Clock clock;

    Shelves(
            Shop shop,
            Stock stock,
            DemandForecasts forecasts,
            Propose propose,
            PlanningSettings settings,
            Clock clock) {
        this.shop = shop;
        this.stock = stock;
        this.forecasts = forecasts;
        this.propose = propose;
        this.settings = settings;
        this.clock = clock;
    }

    String sells(String sku, int available) {
        var hub = shop.openHub("Replenished " + sku, 3, 53);
        stocks(hub, sku, available);
        return hub;
    }

    void stocks(String hub, String sku, int available) {
        shop.receive(hub, sku, available);
        var today = settings.dayOf(clock.instant());
        forecasts.replace(List.of(daily(StockRow.id(sku, hub), today, 6, 3)));
    }

    String offers(String... skus) {
        var supplier = supplier("");
        List.of(skus).forEach(sku -> offer(supplier, sku, 250));
        return supplier;
    }

    /** One that does not work tomorrow. */
    String offersAndIsClosed(String sku) {
        var tomorrow = settings.dayOf(clock.instant()).plusDays(1);
        var supplier = supplier(", \"calendar\": {\"closedOn\": [\"" + tomorrow + "\"]}");
        offer(supplier, sku, 250);
        return supplier;
    }

    private String supplier(String calendar) {
        return shop.body(shop.post("/api/suppliers", "{\"name\": \"Potter\"" + calendar + "}"))
                .path("id")
                .asString();
    }

    void offer(String supplier, String sku, int cost) {
        assertThat(shop.post("/api/suppliers/" + supplier + "/offers", """
            {"offers": [{"sku": "%s", "unitCost": {"amount": %d, "currency": "GBP"}, "minimumQuantity": 12,
             "packSize": 6, "leadTimeDays": 5}]}\
            """.formatted(sku, cost)))
                .hasStatusOk();
    }

    void propose(String sku) {
        propose.forRows(stock.of(List.of(sku)));
    }

    static String path(JsonNode proposal, String command) {
        return PATH + "/" + proposal.path("id").asString() + command;
    }

    JsonNode first(String hub) {
        return list(hub).get(0);
    }

    JsonNode list(String hub) {
        return shop.body(shop.get(PATH + "?hubId=" + hub)).path("items");
    }
}
