package io.nearstock.inventory.holding;

import static io.nearstock.inventory.holding.EachWrite.hold;
import static io.nearstock.inventory.holding.EachWrite.move;
import static io.nearstock.inventory.holding.EachWrite.shipBoth;
import static io.nearstock.inventory.holding.EachWrite.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.HoldStatus.Released;
import io.nearstock.inventory.HoldStatus.Shipped;
import io.nearstock.inventory.Trouble.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is held is given back or sent out, and whoever does it comes to grief. */
class MovingHoldsIT {

    @AutoClose
    private final EachWrite eachWrite = new EachWrite();

    @ParameterizedTest
    @EnumSource
    void givingStockBack(Kind kind) {
        eachWrite.goesWrong(
                kind,
                instance -> take(instance, "ord_1"),
                instance -> move(instance).release("hld_1", "customer"),
                survivor -> {
                    move(survivor).release("hld_1", "customer");

                    assertThat(hold(survivor).status()).isInstanceOf(Released.class);
                    assertThat(survivor.row("TEA", "hub_leeds").available()).isEqualTo(5);
                    assertThat(survivor.row("MUG", "hub_berlin").available()).isEqualTo(5);
                });
    }

    @ParameterizedTest
    @EnumSource
    void givingStockBackWhenTheTimeIsOver(Kind kind) {
        eachWrite.goesWrong(
                kind,
                instance -> {
                    take(instance, null);
                    eachWrite.clock().pass(Duration.ofMinutes(10));
                },
                instance -> instance.the(HoldSweep.class).run(),
                survivor -> {
                    assertThat(hold(survivor).status()).isInstanceOf(Expired.class);
                    assertThat(survivor.row("TEA", "hub_leeds").available()).isEqualTo(5);
                    assertThat(outboxOfTheHold())
                            .extracting(entry -> entry.getString("type"))
                            .containsExactly("hold.expired");
                });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CRASH_IN_THE_MIDDLE") // no write of it has several parts
    void sendingStockOut(Kind kind) {
        eachWrite.goesWrong(kind, instance -> take(instance, "ord_1"), EachWrite::shipBoth, survivor -> {
            shipBoth(survivor);

            assertThat(hold(survivor).status()).isInstanceOf(Shipped.class);
            assertThat(survivor.row("TEA", "hub_leeds").onHand()).isEqualTo(3);
            assertThat(survivor.row("MUG", "hub_berlin").onHand()).isEqualTo(4);
        });
    }

    private List<Document> outboxOfTheHold() {
        var hold = Objects.requireNonNull(
                eachWrite.database().getCollection("holds").find().first());
        return hold.getList("outbox", Document.class);
    }
}
