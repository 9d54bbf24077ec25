package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class FindingIT {

    private static final String LONDON = "&near=51.50,0.05";
    private static final String YORK = "&near=53.959,-1.0815";

    private final World world;
    private final Api staff;

    FindingIT(World world) {
        this.world = world;
        this.staff = world.staff();
    }

    @Test
    void pagesRepeatAndMissNothingWhileProductsAreAdded() {
        var category = World.unique("paging-");
        var originals = new ArrayList<String>();
        for (int number = 0; number < 11; number++) {
            originals.add(offer(category, 1000 + number, "red"));
        }
        eventually(
                () -> assertThat(find("category=" + category).number("/total")).isEqualTo(11));

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = find("category=" + category + "&sort=price&limit=3" + cursor);
            World.items(page.body().path("items"))
                    .forEach(item -> seen.add(item.path("id").asString()));
            offer(category, 1, "green"); // before all that has been seen
            offer(category, 9999, "green"); // behind all that has not
            cursor = page.text("/nextCursor").isEmpty() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsAll(originals);
    }

    @Test
    void facetsCountWhatChoosingFinds() {
        var category = World.unique("facets-");
        offer(category, 500, "red");
        offer(category, 1500, "red");
        offer(category, 2500, "blue");
        eventually(
                () -> assertThat(find("category=" + category).number("/total")).isEqualTo(3));

        var facets = find("category=" + category + "&minPrice=1000").body().path("facets");

        assertThat(World.items(facets.path("attr.colour"))).hasSize(2).allSatisfy(value -> {
            var chosen = "&attr.colour=" + value.path("value").asString();
            assertThat(find("category=" + category + "&minPrice=1000" + chosen).number("/total"))
                    .isEqualTo(value.path("count").asLong());
        });
        assertThat(World.items(facets.path("price"))
                        .mapToLong(range -> range.path("count").asLong())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void nearIsAsFarAsOneSaysAndWhatIsSoldOutIsNowhere() {
        var good = world.newGood(2500, 2);
        var search = "q=" + good.sku();
        eventually(() -> assertThat(find(search + LONDON + "&radiusKm=5").number("/total"))
                .isOne());

        assertThat(find(search + YORK + "&radiusKm=5").number("/total")).isZero();
        var far = find(search + YORK + "&radiusKm=300");
        assertThat(far.number("/total")).isOne();
        assertThat(far.body().at("/items/0/nearest/distanceKm").asDouble()).isBetween(250.0, 300.0);
        assertThat(far.number("/items/0/nearest/available")).isEqualTo(2);
        assertThat(far.text("/items/0/nearest/promisedDate")).isNotEmpty();

        world.newCustomer().buy(Map.of(good.sku(), 2));
        eventually(() -> assertThat(find(search + YORK + "&radiusKm=300").number("/total"))
                .isZero());
        assertThat(find(search).number("/total")).isOne();
    }

    @Test
    void comparisonTellsWhatItDoesNotKnow() {
        var category = World.unique("compare-");
        var red = offer(category, 500, "red");
        var blue = offer(category, 500, "blue");

        var answer = world.everybody()
                .get("/api/products/compare?ids=" + red + ",prd_nobody," + blue)
                .is(200);

        assertThat(World.items(answer.body().path("unknown")).map(id -> id.asString()))
                .containsExactly("prd_nobody");
        assertThat(World.items(answer.body().path("products"))
                        .map(product -> product.path("id").asString()))
                .containsExactly(red, blue);
        assertThat(World.items(answer.body().path("attributes"))
                        .filter(attribute -> attribute.path("differs").asBoolean())
                        .map(attribute -> attribute.path("name").asString()))
                .containsExactly("colour");
    }

    private String offer(String category, long pence, String colour) {
        var product = Map.of(
                "sku",
                World.unique("FIND-"),
                "name",
                "Lantern",
                "category",
                category,
                "price",
                Map.of("amount", pence, "currency", "GBP"),
                "attributes",
                Map.of("colour", colour));
        return staff.post("/api/products", product).is(201).text("/id");
    }

    private Answer find(String query) {
        return world.everybody().get("/api/products?" + query).is(200);
    }
}
