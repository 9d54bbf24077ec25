package io.nearstock.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets requests about the same row travel together: who comes while others are under way waits for them, and then goes
 * with all who wait by then. Nobody waits for company, so a request that is alone goes at once, and alone.
 *
 * <p>Flat combining (D. Hendler, I. Incze, N. Shavit and M. Tzafrir, "Flat combining and the synchronization-parallelism
 * tradeoff", SPAA 2010) over a network, as group commit is over a disk (D. DeWitt et al., "Implementation techniques for main
 * memory database systems", SIGMOD 1984). Other than there, whoever has led a group hands over to the first who waits, and so
 * works for others no longer than for itself.
 */
final class Combiner<Q, A> {

    private static final int MOST = 64;

    /** Answers each of some requests, in the order in which they came; when it throws, it throws for all of them. */
    private final Function<List<Q>, List<A>> together;

    private final Patience patience;

    /** Who waits where somebody is under way; where nobody is, there is no queue. */
    private final Map<String, Deque<Call<Q, A>>> places = new HashMap<>();

    /** A request, and what its caller does once it is its turn: take the answer, or lead the next group. */
    private record Call<Q, A>(Q request, CompletableFuture<Supplier<A>> turn) {}

    Combiner(Patience patience, Function<List<Q>, List<A>> together) {
        this.patience = patience;
        this.together = together;
    }

    A ask(String place, Q request) {
        var call = new Call<Q, A>(request, new CompletableFuture<>());
        return isFirst(place, call) ? lead(place) : patience.await(call.turn()).get();
    }

    /** Whether somebody goes as soon as the group that is under way has come back. */
    synchronized boolean isAwaited(String place) {
        return !queue(place).isEmpty();
    }

    private synchronized boolean isFirst(String place, Call<Q, A> call) {
        var isFirst = !places.containsKey(place);
        places.computeIfAbsent(place, _ -> new ArrayDeque<>()).add(call);
        return isFirst;
    }

    /** For the group whose first the caller is, and whose answer is the caller's. */
    private A lead(String place) {
        var group = next(place);
        try {
            var answers = together.apply(group.stream().map(Call::request).toList());
            for (int i = 1; i < group.size(); i++) {
                var answer = answers.get(i);
                group.get(i).turn().complete(() -> answer);
            }
            return answers.getFirst();
        } catch (RuntimeException failure) {
            tell(group, () -> {
                throw failure;
            });
            throw failure;
        } catch (Error failure) {
            tell(group, () -> {
                throw failure;
            });
            throw failure;
        } finally {
            handOver(place);
        }
    }

    private static <Q, A> void tell(List<Call<Q, A>> group, Supplier<A> outcome) {
        group.forEach(call -> call.turn().complete(outcome));
    }

    private synchronized List<Call<Q, A>> next(String place) {
        var waiting = queue(place);
        var group = new ArrayList<Call<Q, A>>();
        while (group.size() < MOST && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized void handOver(String place) {
        var waiting = queue(place);
        if (waiting.isEmpty()) {
            places.remove(place);
        } else {
            waiting.element().turn().complete(() -> lead(place));
        }
    }

    private Deque<Call<Q, A>> queue(String place) {
        return places.getOrDefault(place, new ArrayDeque<>());
    }
}
