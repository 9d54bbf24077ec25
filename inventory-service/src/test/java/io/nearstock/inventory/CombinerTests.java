package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinerTests {

    private static final String TEA = "TEA@hub_leeds";
    private static final String MUG = "MUG@hub_leeds";

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final List<Thread> waiting = new ArrayList<>();
    private final CountDownLatch departure = new CountDownLatch(1);
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final Combiner<Integer, String> combiner = new Combiner<>(CompletableFuture::join, this::answer);

    /** The first group is under way until somebody opens the gate. */
    private List<String> answer(List<Integer> requests) {
        groups.add(requests);
        if (requests.equals(List.of(0))) {
            underWay.countDown();
            pass(departure);
        }
        if (requests.contains(-1)) {
            throw new IllegalArgumentException("-1");
        }
        return requests.stream().map(request -> "for " + request).toList();
    }

    @Test
    void letsWhoIsAloneGoAtOnce() {
        assertThat(combiner.ask(TEA, 1)).isEqualTo("for 1");
        assertThat(combiner.ask(TEA, 2)).isEqualTo("for 2");

        assertThat(groups).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void letsThoseTravelTogetherWhoCameMeanwhile() throws Exception {
        var first = start(() -> combiner.ask(TEA, 0));
        pass(underWay);
        var others = whoWait(3);
        departure.countDown();

        assertThat(first.get()).isEqualTo("for 0");
        assertThat(answers(others)).containsExactly("for 1", "for 2", "for 3");
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3));
    }

    @Test
    void keepsGroupsSmall() throws Exception {
        var first = start(() -> combiner.ask(TEA, 0));
        pass(underWay);
        var others = whoWait(100);
        departure.countDown();

        assertThat(first.get()).isEqualTo("for 0");
        assertThat(answers(others)).hasSize(100);
        assertThat(groups).extracting(List::size).containsExactly(1, 64, 36);
    }

    @Test
    void letsNobodyWaitForAnotherRow() throws Exception {
        var first = start(() -> combiner.ask(TEA, 0));
        pass(underWay);

        assertThat(combiner.ask(MUG, 1)).isEqualTo("for 1");
        assertThat(first.isDone()).isFalse();
        departure.countDown();
        assertThat(first.get()).isEqualTo("for 0");
    }

    @Test
    void failsForTheWholeGroupAndGoesOnAfterIt() throws Exception {
        var first = start(() -> combiner.ask(TEA, 0));
        pass(underWay);
        var others = List.of(whoWaits(1), whoWaits(-1));
        departure.countDown();

        assertThat(first.get()).isEqualTo("for 0");
        assertThat(others)
                .allSatisfy(other -> assertThatThrownBy(other::get)
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isExactlyInstanceOf(IllegalArgumentException.class));
        assertThat(combiner.ask(TEA, 4)).isEqualTo("for 4");
    }

    /**
     * Stock as the rows have it: a group gets all or, where there is too little, each what is there when its turn comes.
     * Whoever would have got something, had all come one by one in that order, has got it; nobody else has.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void servesAsIfAllCameOneByOne(long seed) throws Exception {
        var wishes = new Random(seed).ints(300, 1, 4).boxed().toList();
        var stock = new AtomicInteger(200);
        var served = new CopyOnWriteArrayList<Integer>();
        var takings = new Combiner<Integer, Boolean>(CompletableFuture::join, customers -> {
            served.addAll(customers);
            LockSupport.parkNanos(20_000); // others come
            var all = take(stock, customers.stream().mapToInt(wishes::get).sum());
            return customers.stream()
                    .map(customer -> all || take(stock, wishes.get(customer)))
                    .toList();
        });

        var answers = IntStream.range(0, wishes.size())
                .mapToObj(customer -> start(() -> takings.ask(TEA, customer)))
                .toList();
        for (var answer : answers) {
            answer.get();
        }

        var model = new AtomicInteger(200);
        assertThat(served)
                .hasSameSizeAs(wishes)
                .allSatisfy(customer ->
                        assertThat(answers.get(customer).resultNow()).isEqualTo(take(model, wishes.get(customer))));
        assertThat(stock.get()).isEqualTo(model.get());
    }

    private static boolean take(AtomicInteger stock, int wish) {
        return stock.getAndUpdate(units -> units >= wish ? units - wish : units) >= wish;
    }

    private List<FutureTask<String>> whoWait(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::whoWaits).toList();
    }

    /** Comes back when it waits, so that the next one comes after it. */
    private FutureTask<String> whoWaits(int request) {
        var answer = start(() -> combiner.ask(TEA, request));
        var thread = waiting.getLast();
        await().pollInterval(Duration.ofMillis(1)).until(() -> thread.getState() == Thread.State.WAITING);
        return answer;
    }

    private <T> FutureTask<T> start(Callable<T> work) {
        var task = new FutureTask<>(work);
        waiting.add(Thread.ofVirtual().start(task));
        return task;
    }

    private static List<String> answers(Collection<FutureTask<String>> tasks)
            throws ExecutionException, InterruptedException {
        var answers = new ArrayList<String>();
        for (var task : tasks) {
            answers.add(task.get());
        }
        return answers;
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
