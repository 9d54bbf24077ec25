package io.nearstock.order.placement;

import static io.nearstock.order.Shopper.CUSTOMER;
import static io.nearstock.order.Shopper.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.order.Instance;
import io.nearstock.order.StubProvider;
import io.nearstock.order.StubProvider.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two instances on one database: what holds only within one process does not count. */
class TwoInstancesIT {

    private static Instance one = Instance.first();
    private static Instance two = one.another();
    private static StubProvider provider = one.provider();

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void oneKeyTenTimesIsOneOrderAndOneCharge() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var body = orderOf("KETTLE", "tok_visa", "full");

        var answers = tenTimes(instance -> instance.post(CUSTOMER, "/api/orders", body, key));

        assertThat(answers)
                .extracting(Instance.Answer::status)
                .isSubsetOf(201, 409)
                .contains(201);
        var orders = new HashSet<String>();
        answers.stream().filter(answer -> answer.status() == 201).forEach(answer -> orders.add(answer.text("/id")));
        assertThat(orders).hasSize(1);
        var order = orders.iterator().next();
        assertThat(provider.operations(order)).hasSize(2);
        assertThat(two.post(CUSTOMER, "/api/orders", body, key).text("/id")).isEqualTo(order);
    }

    @Test
    void aKeyIsRememberedOverARestart() {
        var key = UUID.randomUUID().toString();
        var body = orderOf("KETTLE", "tok_visa", "full");
        var order = two.post(CUSTOMER, "/api/orders", body, key).text("/id");
        two.close();
        two = one.another();

        var repeated = two.post(CUSTOMER, "/api/orders", body, key);

        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text("/id")).isEqualTo(order);
        assertThat(provider.kept(order)).isEqualTo(1000);
    }

    @Test
    void bothSweepersTogetherPayEachOrderOnce() throws InterruptedException {
        provider.failAlways("confirm", Fault.ANSWER_LOST);
        provider.failAlways("find", Fault.AWAY);
        var body = orderOf("KETTLE", "tok_visa", "full");
        var orders =
                tenTimes(instance -> instance.post(
                                CUSTOMER, "/api/orders", body, UUID.randomUUID().toString()))
                        .stream()
                        .map(answer -> answer.text("/id"))
                        .toList();

        provider.recover();

        assertThat(orders).doesNotHaveDuplicates().hasSize(10);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> orders.stream().map(this::see).allMatch("confirmed"::equals));
        assertThat(orders).allSatisfy(order -> {
            assertThat(provider.operations(order)).hasSize(2);
            assertThat(provider.kept(order)).isEqualTo(1000);
        });
    }

    private String see(String order) {
        return one.get(CUSTOMER, "/api/orders/" + order).text("/status");
    }

    private static List<Instance.Answer> tenTimes(Function<Instance, Instance.Answer> call)
            throws InterruptedException {
        var calls = IntStream.range(0, 10)
                .<Callable<Instance.Answer>>mapToObj(i -> () -> call.apply(i % 2 == 0 ? one : two))
                .toList();
        try (var callers = Executors.newFixedThreadPool(10)) {
            return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
