package io.nearstock.acceptance.chaos.client;

import io.nearstock.acceptance.chaos.client.Outcome.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Open loop: the next wish comes when its time has come, however long the last one waits. */
public final class Load implements AutoCloseable {

    /** Every so many-th answer is not believed, and asked for again. */
    private static final int DOUBT = 20;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Shop shop;
    private final Client client;
    private final Journal journal;
    private final Wishes wishes;
    private int count;

    public Load(Shop shop, Client client, Journal journal, Random random) {
        this.shop = shop;
        this.client = client;
        this.journal = journal;
        this.wishes = new Wishes(shop, random);
    }

    public void start(double wishesPerSecond) {
        var pause = (long) (1_000_000 / wishesPerSecond);
        var _ = clock.scheduleAtFixedRate(this::wish, 0, pause, TimeUnit.MICROSECONDS);
        var _ = clock.scheduleAtFixedRate(this::renewTokens, 1, 1, TimeUnit.SECONDS);
    }

    /** No new wishes; who waits goes on waiting. */
    public void stop() throws InterruptedException {
        clock.shutdownNow();
        people.shutdown();
        if (!people.awaitTermination(2, TimeUnit.MINUTES)) {
            people.shutdownNow();
        }
    }

    /** Asks for what nobody knows until somebody says; answers how many remain. */
    public int resolve(Duration patience) {
        var until = Instant.now().plus(patience);
        journal.unknown().forEach(entry -> client.pursue(entry.intent(), until));
        return journal.unknown().size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        people.shutdownNow();
    }

    private void renewTokens() {
        shop.buyers().values().forEach(buyer -> people.execute(buyer::renew));
    }

    private void wish() {
        var intent = wishes.next();
        var doubted = ++count % DOUBT == 0;
        people.execute(() -> fulfil(intent, doubted));
    }

    private void fulfil(Intent intent, boolean doubted) {
        var outcome = client.pursue(intent);
        if (outcome.verdict() != Verdict.OK) {
            return;
        }
        if (doubted && intent.isCommand()) {
            client.once(intent);
        }
        switch (intent.kind()) {
            case ORDER -> wishes.placed(intent.buyer(), outcome);
            case DISPATCH -> wishes.dispatched(intent.about());
            case READ, CANCEL, DELIVER, NONSENSE -> {}
        }
    }
}
