package io.nearstock.local.sandbox.payment;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Approves processing intents after a while, those of an earlier run of this process too. */
@Component
final class Settlement implements SmartLifecycle {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("settlement").factory());
    private final Books books;
    private final Provider provider;
    private final Announcements announcements;
    private final PaymentSettings settings;
    private volatile boolean running;

    Settlement(Books books, Provider provider, Announcements announcements, PaymentSettings settings) {
        this.books = books;
        this.provider = provider;
        this.announcements = announcements;
        this.settings = settings;
    }

    void later(Intent intent) {
        var _ = timer.schedule(() -> settle(intent.id()), settings.settlement().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void settle(String intentId) {
        var settled = provider.move(Call.byItself("settlement"), intentId, Intent::approve);
        if (settled instanceof Outcome.Changed(var intent)) {
            announcements.unanswered(intent, 1);
        }
    }

    @Override
    public void start() {
        running = true;
        books.inStatus(IntentStatus.PROCESSING).forEach(this::later);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
