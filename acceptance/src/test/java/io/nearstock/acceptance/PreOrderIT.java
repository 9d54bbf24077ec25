package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class PreOrderIT {

    private final World world;

    PreOrderIT(World world) {
        this.world = world;
    }

    @Test
    void leavesTheHubOnceAllOfItHasComeAndTheBuyerIsTold() {
        var good = world.newGood(5000, 0);
        var hub = world.newHub();
        world.receive(hub, good.sku(), 1);
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
        var terms = Map.of("hubId", hub, "sku", good.sku(), "limit", 2, "shipsOn", day);
        world.staff().post("/api/stock/back-order-terms", terms).is(200);
        var buyer = world.newCustomer();

        var order = buyer.buy(Map.of(good.sku(), 3));

        assertThat(order.text("/shipments/0/shipsOn")).isEqualTo(day);
        var dispatch = "/api/shipments/" + order.text("/shipments/0/id") + "/dispatch";
        world.staff().post(dispatch, Map.of()).isProblem(409, "not_here");
        assertThat(order.text("/shipments/0/stock")).isEqualTo("waiting");
        world.receive(hub, good.sku(), 2);
        eventually(() -> assertThat(buyer.order(order.text("/id")).text("/shipments/0/stock"))
                .isEqualTo("allocated"));
        eventually(() -> assertThat(world.mails(buyer, order.text("/id")))
                .extracting(mail -> mail.path("text").asString())
                .filteredOn(text -> text.contains("waited for has come"))
                .hasSize(1));
        world.staff().post(dispatch, Map.of()).is(200);
        eventually(() -> assertThat(world.onHand(good.sku())).isZero());
    }
}
