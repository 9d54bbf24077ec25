package io.nearstock.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.PlannedPrice;
import io.nearstock.catalog.PlannedPrices;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductFixtures;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.testkit.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CatalogTest
class PlannedPriceIT {

    private final MockMvcTester http;
    private final Products products;
    private final PlannedPrices planned;
    private final PutPricesIntoEffect effect;
    private final Instant now;

    PlannedPriceIT(
            MockMvcTester http, Products products, PlannedPrices planned, PutPricesIntoEffect effect, Clock clock) {
        this.http = http;
        this.products = products;
        this.planned = planned;
        this.effect = effect;
        this.now = clock.instant();
    }

    @Test
    void whatShopsSeeFollowsAPriceWhoseMomentHasCome() {
        products.add(ProductFixtures.offered("prd_plan1", "PLAN1", "Barometer of brass", "plans", 1000));
        planned.plan(List.of(
                price("PLAN1", 700, now.minusSeconds(1)),
                price("PLAN1", 900, now.minusSeconds(2)),
                price("PLAN1", 500, now.plus(Duration.ofDays(1)))));

        effect.sweep();
        effect.sweep();

        assertThat(product("PLAN1").version()).isEqualTo(2);
        assertThat(http.get().uri("/api/products/prd_plan1/prices").exchange())
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"price": {"amount": 700}, "listPrice": {"amount": 1000}, "lowestPrice30d": {"amount": 1000}}
                    """);
        assertThat(http.post()
                        .uri("/api/quotes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"lines\": [{\"sku\": \"PLAN1\", \"quantity\": 2}]}")
                        .exchange())
                .bodyJson()
                .extractingPath("$.total.amount")
                .isEqualTo(1400);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                http.get().uri("/api/products?q=barometer").exchange())
                        .bodyJson()
                        .extractingPath("$.items[0].price.amount")
                        .isEqualTo(700));
    }

    @Test
    void anOlderPlanDoesNotUndoWhatWasSaidSince() {
        products.add(ProductFixtures.offered("prd_plan2", "PLAN2", "Compass", "plans", 1000));
        var product = product("PLAN2");
        var dearer = product.details().costing(new Money(1200, "GBP"));
        products.save((Progress) product.describe(dearer, Edit.by("acc_staff", now)));
        planned.plan(List.of(price("PLAN2", 700, now.minusSeconds(1))));

        effect.sweep();

        assertThat(product("PLAN2").details().price().amount()).isEqualTo(1200);
        assertThat(planned.due(now, 10)).isEmpty();
    }

    @Test
    void aPlanIsOneForItsMomentAndCanBeReplaced() {
        var far = now.plus(Duration.ofDays(400));

        assertThat(planned.plan(List.of(price("PLAN3", 100, far)))).isEqualTo(new PlannedPrices.Planned(1, 0, 0));
        assertThat(planned.plan(List.of(price("PLAN3", 100, far)))).isEqualTo(new PlannedPrices.Planned(0, 0, 1));
        assertThat(planned.plan(List.of(price("PLAN3", 90, far)))).isEqualTo(new PlannedPrices.Planned(0, 1, 0));
        assertThat(planned.due(far, 10))
                .filteredOn(price -> price.sku().equals("PLAN3"))
                .extracting(price -> price.price().amount())
                .containsExactly(90L);
    }

    @Test
    void staffSeeWhatWaitsPageByPageAndTakeItBack() {
        products.add(ProductFixtures.offered("prd_plan4", "PLAN4", "Sextant", "plans", 1000));
        var day = Instant.parse("2100-01-01T00:00:00Z");
        planned.plan(List.of(
                price("PLAN4", 300, day.plus(Duration.ofDays(2))),
                price("PLAN4", 100, day),
                price("PLAN4", 200, day.plusMillis(1))));
        var path = "/api/products/prd_plan4/prices/planned";

        assertThat(asStaff(http.get(), path + "?limit=2")).bodyJson().isLenientlyEqualTo("""
            {"items": [
              {"effectiveFrom": "2100-01-01T00:00:00Z", "price": {"amount": 100, "currency": "GBP"},
                "actor": "acc_staff", "jobId": "job_plan"},
              {"effectiveFrom": "2100-01-01T00:00:00.001Z", "price": {"amount": 200}}]}
            """);
        assertThat(asStaff(http.get(), path + "?cursor=" + Cursor.of("2100-01-01T00:00:00.001Z")))
                .bodyJson()
                .extractingPath("$.items[*].price.amount")
                .isEqualTo(List.of(300));

        assertThat(asStaff(http.delete(), path + "/2100-01-01T00:00:00.001Z")).hasStatus(204);
        assertThat(asStaff(http.delete(), path + "/2100-01-01T00:00:00.001Z")).hasStatus(404);
        assertThat(asStaff(http.get(), path))
                .bodyJson()
                .extractingPath("$.items[*].price.amount")
                .isEqualTo(List.of(100, 300));
    }

    @Test
    void whatHasBegunIsNotTakenBack() {
        products.add(ProductFixtures.offered("prd_plan5", "PLAN5", "Quadrant", "plans", 1000));
        var begun = now.minusSeconds(1);
        planned.plan(List.of(price("PLAN5", 300, begun)));

        assertThat(asStaff(http.delete(), "/api/products/prd_plan5/prices/planned/" + begun))
                .hasStatus(404);
        assertThat(asStaff(http.delete(), "/api/products/prd_plan5/prices/planned/+1000000000-12-31T23:59:59Z"))
                .hasStatus(400);

        effect.sweep();
        assertThat(product("PLAN5").details().price().amount()).isEqualTo(300);
    }

    @Test
    void refusesWhatMeansNothingAndWhoIsNotStaff() {
        var path = "/api/products/prd_plan1/prices/planned";

        assertThat(asStaff(http.get(), path + "?cursor=" + Cursor.of("soon"))).hasStatus(400);
        assertThat(asStaff(http.delete(), path + "/soon")).hasStatus(400);
        assertThat(asStaff(http.get(), path + "?cursor=" + Cursor.of(Instant.MAX.toString())))
                .hasStatus(400);
        assertThat(asStaff(http.get(), path + "?cursor=" + Cursor.of(Instant.MIN.toString())))
                .hasStatus(400);
        assertThat(asStaff(http.get(), "/api/products/prd_nothing/prices/planned"))
                .hasStatus(404);
        assertThat(http.get().uri(path).exchange()).hasStatus(401);
        assertThat(http.delete().uri(path + "/2100-01-01T00:00:00Z").exchange()).hasStatus(401);
    }

    private static MvcTestResult asStaff(MockMvcRequestBuilder request, String path) {
        return request.uri(path)
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
    }

    private static PlannedPrice price(String sku, long pence, Instant from) {
        return PlannedPrice.of(sku, new Money(pence, "GBP"), from, new Edit("acc_staff", "job_plan", from));
    }

    private Product product(String sku) {
        return products.ofSkus(List.of(sku)).getFirst();
    }
}
