package io.nearstock.catalog.search;

import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.search.meaning.KnownMeanings;
import io.nearstock.catalog.search.meaning.MeaningSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives the products of this index their meaning, after they can be found by their words already. What is still to be
 * done is asked of the index, so that nothing has to be remembered.
 */
@Component
final class GiveMeaning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GiveMeaning.class);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Products products;
    private final ProductIndex index;
    private final FollowProducts follow;
    private final KnownMeanings known;
    private final MeaningSettings settings;
    private volatile @Nullable Thread worker;

    GiveMeaning(
            Products products,
            ProductIndex index,
            FollowProducts follow,
            KnownMeanings known,
            MeaningSettings settings) {
        this.products = products;
        this.index = index;
        this.follow = follow;
        this.known = known;
        this.settings = settings;
    }

    /** The next few products; false when there was nothing to do, or nobody knows yet what they mean. */
    boolean giveSome() {
        var ids = index.withoutMeaning(settings.batch());
        if (ids.isEmpty()) {
            return false;
        }
        var texts = products.ofIds(ids).stream().collect(toMap(Product::id, ProductDocuments::meant));
        var meanings = known.of(texts.values());
        follow.giveMeaning(ids, product -> meanings.get(ProductDocuments.meant(product)));
        return !meanings.isEmpty();
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            worker = Thread.ofPlatform().name("meanings").daemon().start(this::work);
        }
    }

    private void work() {
        try {
            Thread.sleep(settings.delay());
            while (true) {
                Thread.sleep(rest());
            }
        } catch (InterruptedException _) {
            // the service ends
        }
    }

    private Duration rest() {
        var began = System.nanoTime();
        try {
            if (giveSome()) {
                return Duration.ofNanos((long) ((System.nanoTime() - began) * (1 / settings.share() - 1)));
            }
        } catch (RuntimeException failure) {
            LOG.warn("products wait for their meaning", failure);
        }
        return IDLE;
    }

    @Override
    public void stop() {
        var running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
