package io.nearstock.recommendation;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps this instance's memory abreast of the baskets that all instances learn. It asks the database each second, and a
 * little further back than it knows, as a record may become visible after a younger one.
 */
@Component
public class LivingMemory {

    private static final Duration OVERLAP = Duration.ofSeconds(15);

    private final Baskets baskets;
    private final MemorySettings settings;
    private final Clock clock;
    private volatile Memory memory;
    private Set<String> recent = Set.of();
    private Instant known = Instant.EPOCH;
    private boolean loaded;

    LivingMemory(Baskets baskets, MemorySettings settings, Clock clock) {
        this.baskets = baskets;
        this.settings = settings;
        this.clock = clock;
        this.memory = new Memory(settings);
    }

    public Memory now() {
        return memory;
    }

    @Scheduled(fixedDelayString = "${nearstock.recommendation.memory.refresh:1s}")
    public synchronized void refresh() {
        if (!loaded || memory.size() > settings.baskets() + settings.baskets() / 4) {
            load();
        } else {
            follow();
        }
    }

    private void load() {
        var started = clock.instant();
        var fresh = new Memory(settings);
        var latest = baskets.latest(settings.baskets());
        latest.reversed().forEach(fresh::add);
        memory = fresh;
        known = started;
        recent = latest.stream()
                .filter(basket -> basket.learnedAt().isAfter(started.minus(OVERLAP)))
                .map(Basket::id)
                .collect(toSet());
        loaded = true;
    }

    private void follow() {
        var started = clock.instant();
        var since = baskets.learnedSince(known.minus(OVERLAP));
        since.stream().filter(basket -> !recent.contains(basket.id())).forEach(memory::add);
        recent = since.stream().map(Basket::id).collect(toSet());
        known = started;
    }
}
