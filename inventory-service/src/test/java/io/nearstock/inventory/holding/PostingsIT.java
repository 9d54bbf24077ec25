package io.nearstock.inventory.holding;

import static io.nearstock.inventory.holding.EachWrite.shipBoth;
import static io.nearstock.inventory.holding.EachWrite.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Posting;
import io.nearstock.inventory.Trouble.Kind;
import io.nearstock.inventory.ledger.Books;
import io.nearstock.inventory.posting.Goods;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Stock comes in or is corrected, and whoever posts it comes to grief; the ledger is kept in any case. */
class PostingsIT {

    @AutoClose
    private final EachWrite eachWrite = new EachWrite();

    @ParameterizedTest
    @EnumSource
    void receivingStock(Kind kind) {
        Consumer<Instance> receive = instance -> Goods.receive(
                instance, "rcp_1", "hub_leeds", new Line("TEA", 7), new Line("NEW", 3), new Line("TEA", 1));
        eachWrite.goesWrong(kind, _ -> {}, receive, survivor -> {
            receive.accept(survivor);

            assertThat(survivor.row("TEA", "hub_leeds").onHand()).isEqualTo(13);
            assertThat(survivor.row("NEW", "hub_leeds").onHand()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CRASH_IN_THE_MIDDLE") // no write of it has several parts
    void adjustingStock(Kind kind) {
        Consumer<Instance> writeOff =
                instance -> Goods.adjust(instance, "adj_1", new Portion("TEA", "hub_leeds", -4), 5);
        eachWrite.goesWrong(kind, _ -> {}, writeOff, survivor -> {
            writeOff.accept(survivor);

            assertThat(survivor.row("TEA", "hub_leeds").onHand()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CRASH_IN_THE_MIDDLE") // no write of it has several parts
    void refusingToAdjust(Kind kind) {
        Consumer<Instance> writeOff =
                instance -> Goods.adjust(instance, "adj_1", new Portion("TEA", "hub_leeds", -6), null);
        eachWrite.goesWrong(kind, _ -> {}, writeOff, survivor -> {
            assertThat(Goods.adjust(survivor, "adj_1", new Portion("TEA", "hub_leeds", -6), null)
                            .status())
                    .isEqualTo(Posting.Status.REFUSED);
            assertThat(survivor.row("TEA", "hub_leeds").onHand()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void keepingTheLedger(Kind kind) {
        eachWrite.goesWrong(
                kind,
                instance -> {
                    take(instance, "ord_1");
                    shipBoth(instance);
                    eachWrite.clock().pass(Duration.ofSeconds(3));
                },
                Books::settleNeglected,
                survivor -> assertThat(Books.movements(survivor)).isEqualTo(6));
    }
}
