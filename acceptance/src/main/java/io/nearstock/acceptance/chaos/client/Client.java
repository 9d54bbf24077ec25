package io.nearstock.acceptance.chaos.client;

import io.nearstock.acceptance.chaos.client.Intent.Kind;
import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.Pause;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks as a good client does: whoever hears nothing, or that nobody can say now, asks again under the same key. */
public final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Buyer> buyers;
    private final Journal journal;
    private final ConcurrentLinkedQueue<Try> tries = new ConcurrentLinkedQueue<>();

    public Client(Map<String, Buyer> buyers, Journal journal) {
        this.buyers = buyers;
        this.journal = journal;
    }

    /** Asks until it is decided, or for as long as a person would. */
    public Outcome pursue(Intent intent) {
        return pursue(intent, Instant.now().plus(PATIENCE));
    }

    public Outcome pursue(Intent intent, Instant until) {
        journal.intend(intent);
        var outcome = once(intent);
        while (!outcome.isKnown() && Instant.now().isBefore(until)) {
            Pause.make();
            outcome = once(intent);
        }
        return outcome;
    }

    /** Asks once, whatever was answered before. */
    public Outcome once(Intent intent) {
        var at = Instant.now();
        try {
            var answer = Objects.requireNonNull(buyers.get(intent.buyer())).ask(api -> send(api, intent));
            var told = answer.status() == 503 && !answer.header("Retry-After").isEmpty();
            return answered(intent, at, Outcome.of(answer), told);
        } catch (UncheckedIOException lost) {
            return answered(intent, at, Outcome.LOST, false);
        }
    }

    public List<Try> tries() {
        return List.copyOf(tries);
    }

    private Outcome answered(Intent intent, Instant at, Outcome outcome, boolean told) {
        tries.add(new Try(intent, at, Duration.between(at, Instant.now()).toMillis(), outcome, told));
        journal.answered(intent, outcome);
        return outcome;
    }

    private static Answer send(Api api, Intent intent) {
        return intent.kind() == Kind.READ
                ? api.getOnce(intent.path())
                : api.postOnce(intent.path(), intent.body(), intent.key());
    }
}
