package io.nearstock.acceptance.chaos;

import static java.util.stream.Collectors.groupingBy;

import io.nearstock.acceptance.chaos.client.Intent.Kind;
import io.nearstock.acceptance.chaos.client.Try;
import io.nearstock.acceptance.chaos.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How people were served during one fault.
 *
 * @param orders wanted while it lasted
 * @param atOnce percent of them that were decided by their first answer
 * @param inTheEnd percent that were decided at last
 * @param reads percent of the pages that came at the first try
 * @param longest milliseconds that somebody waited without being told that nobody can serve
 * @param unsettled milliseconds from mended to the last answer that was none
 */
public record Serving(
        Episode episode, int orders, double atOnce, double inTheEnd, double reads, long longest, long unsettled) {

    static final long LONGEST_WAIT_MILLIS = 3000;
    private static final long SETTLED_MILLIS = 20_000;

    static Serving of(Episode episode, List<Try> all) {
        var wishes = all.stream().collect(groupingBy(aTry -> aTry.intent().key())).values().stream()
                .map(Serving::inOrder)
                .filter(tries -> episode.isBroken(tries.getFirst().at()))
                .toList();
        var orders = wishes.stream().filter(tries -> isOrder(tries.getFirst())).toList();
        var reads = wishes.stream().filter(tries -> isRead(tries.getFirst())).toList();
        var within = all.stream().filter(aTry -> episode.isWithin(aTry.at())).toList();
        return new Serving(
                episode,
                orders.size(),
                percent(orders, tries -> !tries.getFirst().failed()),
                percent(orders, tries -> tries.stream().anyMatch(aTry -> !aTry.failed())),
                percent(reads, tries -> !tries.getFirst().failed()),
                within.stream()
                        .filter(aTry -> !aTry.told())
                        .mapToLong(Try::millis)
                        .max()
                        .orElse(0),
                unsettled(episode, within));
    }

    private static List<Try> inOrder(List<Try> tries) {
        var sorted = new ArrayList<>(tries);
        sorted.sort(Comparator.comparing(Try::at));
        return sorted;
    }

    private static boolean isOrder(Try first) {
        return first.intent().kind() == Kind.ORDER;
    }

    private static boolean isRead(Try first) {
        return first.intent().kind() == Kind.READ;
    }

    private static double percent(List<List<Try>> wishes, Predicate<List<Try>> served) {
        return wishes.isEmpty() ? 100 : 100.0 * wishes.stream().filter(served).count() / wishes.size();
    }

    /** An answer that only says that the first request is still at work is progress. */
    private static long unsettled(Episode episode, List<Try> within) {
        return within.stream()
                .filter(aTry -> aTry.failed() && aTry.outcome().status() != 409)
                .map(Try::at)
                .filter(at -> at.isAfter(episode.mended()))
                .max(Instant::compareTo)
                .map(last -> Duration.between(episode.mended(), last).toMillis())
                .orElse(0L);
    }

    boolean isOf(Fault fault) {
        return episode.name().equals(fault.name());
    }

    /** What was promised and not kept. */
    Stream<String> broken() {
        var promised = episode.promise();
        return Stream.of(
                        claim(
                                Math.min(atOnce, reads) >= promised.atOnce(),
                                "only %.1f %% of the orders and %.1f %% of the pages were served at once"
                                        .formatted(atOnce, reads)),
                        claim(
                                inTheEnd >= promised.inTheEnd(),
                                "only %.1f %% of the orders were served".formatted(inTheEnd)),
                        claim(
                                longest <= LONGEST_WAIT_MILLIS,
                                "somebody waited %d ms and was told nothing".formatted(longest)),
                        claim(unsettled <= SETTLED_MILLIS, "not normal %d ms after it was mended".formatted(unsettled)))
                .flatMap(found -> found);
    }

    private Stream<String> claim(boolean kept, String otherwise) {
        return kept ? Stream.empty() : Stream.of(episode.name() + ": " + otherwise);
    }

    static String heading() {
        return "%-52s %6s %7s %8s %8s %7s %8s %9s"
                .formatted("fault", "for s", "orders", "at once", "in end", "reads", "longest", "normal s");
    }

    @Override
    public String toString() {
        var lasted = Duration.between(episode.struck(), episode.mended()).toMillis() / 1000.0;
        return String.format(
                Locale.ROOT,
                "%-52s %6.1f %7d %7.1f%% %7.1f%% %6.1f%% %5d ms %9.1f",
                episode.name(),
                lasted,
                orders,
                atOnce,
                inTheEnd,
                reads,
                longest,
                unsettled / 1000.0);
    }
}
