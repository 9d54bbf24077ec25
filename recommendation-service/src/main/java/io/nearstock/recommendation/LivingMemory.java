package io.nearstock.recommendation;

import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps this instance's memory abreast of the baskets that all instances learn. It asks the database each second, and a
 * little further back than it knows, as a record may become visible after a younger one; now and then it looks back
 * further, for one that came late. Each look reads again what it overlaps with.
 */
@Component
public class LivingMemory {

    private static final Duration NEAR = Duration.ofSeconds(2);

    /** How far a thorough look goes back behind the one before, and how often there is one. */
    private static final Duration FAR = Duration.ofSeconds(15);

    private final Baskets baskets;
    private final MemorySettings settings;
    private final Clock clock;
    private volatile Memory memory;
    private Set<String> recent = new HashSet<>();
    private Instant known = Instant.EPOCH;
    private Instant thorough = Instant.EPOCH;
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
        thorough = started;
        recent = ids(latest.stream().filter(basket -> basket.learnedAt().isAfter(started.minus(FAR))));
        loaded = true;
    }

    private void follow() {
        var started = clock.instant();
        if (started.isBefore(thorough.plus(FAR))) {
            recent.addAll(ids(learnSince(known.minus(NEAR))));
        } else {
            recent = ids(learnSince(thorough.minus(FAR)));
            thorough = started;
        }
        known = started;
    }

    private Stream<Basket> learnSince(Instant time) {
        var since = baskets.learnedSince(time);
        since.stream().filter(basket -> !recent.contains(basket.id())).forEach(memory::add);
        return since.stream();
    }

    private static Set<String> ids(Stream<Basket> some) {
        return some.map(Basket::id).collect(toCollection(HashSet::new));
    }
}
