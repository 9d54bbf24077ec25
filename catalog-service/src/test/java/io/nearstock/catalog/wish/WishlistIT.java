package io.nearstock.catalog.wish;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.PriceWatcher.Priced;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@CatalogTest
class WishlistIT {

    private final MockMvcTester http;
    private final Products products;
    private final Wishes wishes;
    private final TestEvents events;
    private final JsonMapper json;

    WishlistIT(MockMvcTester http, Products products, Wishes wishes, TestEvents events, JsonMapper json) {
        this.http = http;
        this.products = products;
        this.wishes = wishes;
        this.events = events;
        this.json = json;
    }

    @Test
    void keepsWhatACustomerWishesForUntilItIsTakenOff() {
        products.add(offered("prd_wish_1", "WISH-1", "Lamp", "wishes", 100));

        assertThat(as("acc_wish", HttpMethod.PUT, "/prd_wish_1")).hasStatus(204);
        assertThat(as("acc_wish", HttpMethod.PUT, "/prd_wish_1")).hasStatus(204);

        assertThat(as("acc_wish", HttpMethod.GET, "")).bodyJson().isLenientlyEqualTo("""
            {"items": [{"product": {"id": "prd_wish_1", "status": "active"}}], "nextCursor": null}\
            """);
        assertThat(as("acc_other", HttpMethod.GET, "")).bodyJson().isLenientlyEqualTo("{\"items\": []}");
        assertThat(as("acc_wish", HttpMethod.DELETE, "/prd_wish_1")).hasStatus(204);
        assertThat(as("acc_wish", HttpMethod.GET, "")).bodyJson().isLenientlyEqualTo("{\"items\": []}");
    }

    @Test
    void refusesWhatIsNotSoldAndWhoIsNoCustomer() {
        assertThat(as("acc_wish", HttpMethod.PUT, "/prd_none")).hasStatus(404);
        assertThat(http.get()
                        .uri("/api/wishlist")
                        .header("Authorization", TestTokens.staff("catalog"))
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void tellsWhoeverWishesForItThatAProductIsCheaper() {
        var offered = offered("prd_wish_2", "WISH-2", "Lamp", "wishes", 1000);
        products.add(offered);
        as("acc_drop", HttpMethod.PUT, "/prd_wish_2");
        var dearer = (Progress) offered.product().describe(costing(1200), by(NOW));
        products.save(dearer);

        products.save((Progress) dearer.product().describe(costing(900), by(NOW)));

        var told = events.await("wish.price_dropped", "acc_drop/prd_wish_2");
        assertThat(told.sequence()).isEqualTo(1);
        assertThat(told.payload()).contains("\"amount\":1200", "\"amount\":900");
    }

    @Test
    @Produces("wish.price_dropped")
    void tellsADropOnceInTheWordsOfTheContract() {
        wishes.add(new Wish("acc_1/prd_1", "acc_1", "prd_1", "KETTLE-17", NOW, pence(2499), 1, 0));
        var dropped = new Priced("prd_1", "KETTLE-17", pence(1999), NOW, 2);

        wishes.see(dropped);
        wishes.see(dropped);
        wishes.see(new Priced("prd_1", "KETTLE-17", pence(2499), NOW, 3));
        wishes.see(dropped);
        wishes.see(new Priced("prd_1", "KETTLE-17", pence(1), NOW, 4));

        var told = events.await("catalog.wishes", event -> event.payload().contains("\"amount\":1999"));
        assertThat(json.readTree(told.payload())).isEqualTo(json.readTree(Contracts.event("wish.price_dropped")));
        var last = events.await("catalog.wishes", event -> event.payload().contains("\"amount\":1,"));
        assertThat(last.sequence()).isEqualTo(2);
    }

    private static ProductDetails costing(long amount) {
        return new ProductDetails("Lamp", null, null, "wishes", pence(amount), Map.of());
    }

    private MvcTestResult as(String customer, HttpMethod method, String path) {
        return http.method(method)
                .uri("/api/wishlist" + path)
                .header("Authorization", TestTokens.bearer(customer, "customer"))
                .exchange();
    }
}
