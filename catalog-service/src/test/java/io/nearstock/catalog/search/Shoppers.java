package io.nearstock.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Searchers who share a list of questions, each with a connection. With a rate the loop is open: each question has its moment
 * whether or not those before were answered, and its time counts from then. Without one it is closed.
 *
 * @param rate questions a second; 0 for a closed loop
 */
record Shoppers(URI door, int number, double rate) {

    /** A search, by its kind. */
    record Question(String kind, String query) {}

    /** How long each took. */
    static final class Waits {

        private final List<Question> questions;
        private final long[] nanoseconds;
        private final double seconds;

        private Waits(List<Question> questions, long[] nanoseconds, double seconds) {
            this.questions = questions;
            this.nanoseconds = nanoseconds;
            this.seconds = seconds;
        }

        int number() {
            return nanoseconds.length;
        }

        double millis(String kind, double share) {
            var sorted = IntStream.range(0, nanoseconds.length)
                    .filter(at -> kind.isEmpty() || questions.get(at).kind().equals(kind))
                    .mapToLong(at -> nanoseconds[at])
                    .sorted()
                    .toArray();
            return sorted[(int) (sorted.length * share)] / 1e6;
        }

        double each() {
            return nanoseconds.length / seconds;
        }
    }

    Waits ask(List<Question> questions) {
        var nanoseconds = new long[questions.size()];
        var next = new AtomicInteger();
        var start = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (int shopper = 0; shopper < number; shopper++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int turn = next.getAndIncrement(); turn < nanoseconds.length; turn = next.getAndIncrement()) {
                    var moment =
                            rate == 0 ? System.nanoTime() : start + (long) (turn * TimeUnit.SECONDS.toNanos(1) / rate);
                    waitUntil(moment);
                    ask(questions.get(turn));
                    nanoseconds[turn] = System.nanoTime() - moment;
                }
            }));
        }
        threads.forEach(Shoppers::join);
        if (Arrays.stream(nanoseconds).anyMatch(took -> took == 0)) {
            throw new IllegalStateException("a question was not answered");
        }
        return new Waits(questions, nanoseconds, (System.nanoTime() - start) / 1e9);
    }

    private static void waitUntil(long moment) {
        for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The answer as it came. */
    byte[] ask(Question question) {
        try {
            var url = door.resolve("/api/products?" + question.query().replace(" ", "%20"))
                    .toURL();
            var connection = (HttpURLConnection) url.openConnection();
            try (var body = connection.getInputStream()) {
                return body.readAllBytes();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
