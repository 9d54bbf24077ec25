package io.nearstock.acceptance;

import static io.nearstock.acceptance.shop.Eventually.within;
import static io.nearstock.acceptance.shop.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class HotSkuIT {

    private static final int STOCK = 100;
    private static final int BUYERS = 400;
    private static final int PEOPLE = 10;

    private final World world;

    HotSkuIT(World world) {
        this.world = world;
    }

    @Test
    void isSoldAsOftenAsItIsThereAndToNobodyElse() {
        var good = world.newGood(2500, STOCK);
        var people =
                IntStream.range(0, PEOPLE).mapToObj(_ -> world.newCustomer()).toList();
        var next = new AtomicInteger();

        var answers = together(
                BUYERS, () -> people.get(next.getAndIncrement() % PEOPLE).order(Map.of(good.sku(), 1), "tok_visa"));

        // 202: accepted, and the provider has not decided within the time that a shopper waits.
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(STOCK);
        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 300)
                .allSatisfy(refusal -> refusal.isProblem(409, "insufficient_stock"));
        assertThat(world.allocated(good.sku())).isEqualTo(STOCK);
        assertThat(world.available(good.sku())).isZero();
        within(
                Duration.ofMinutes(2),
                () -> assertThat(people.stream()
                                .mapToInt(this::confirmationMails)
                                .sum())
                        .isEqualTo(STOCK));
    }

    private int confirmationMails(Person buyer) {
        return (int) world.mails(buyer).stream()
                .filter(mail -> mail.path("text").asString().contains("ord_"))
                .map(mail -> mail.path("messageId").asString())
                .distinct()
                .count();
    }
}
