package io.nearstock.catalog.price;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.PlannedPrice;
import io.nearstock.catalog.PlannedPrices;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Puts planned prices into effect when their moment has come. Any instance may; what two of them do at the same time, or
 * one again after a crash, is a repetition.
 */
@Component
final class PutPricesIntoEffect implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PutPricesIntoEffect.class);

    private final PlannedPrices planned;
    private final Products products;
    private final PriceSettings settings;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService sweeping;

    PutPricesIntoEffect(PlannedPrices planned, Products products, PriceSettings settings, Clock clock) {
        this.planned = planned;
        this.products = products;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that are due; where somebody else changes a product meanwhile, its price is decided anew. */
    void sweep() {
        var now = clock.instant();
        var due = planned.due(now, settings.batch());
        while (!due.isEmpty()) {
            if (products.storeAll(progress(due, now))) {
                planned.remove(due);
            }
            due = planned.due(now, settings.batch());
        }
    }

    /** Of several of a product the last counts: the others never were its price. */
    private List<Progress> progress(Collection<PlannedPrice> due, Instant now) {
        var lastBySku = due.stream().collect(toMap(PlannedPrice::sku, identity(), (_, later) -> later));
        return products.ofSkus(lastBySku.keySet()).stream()
                .flatMap(product -> priced(product, Objects.requireNonNull(lastBySku.get(product.sku())), now))
                .toList();
    }

    private static Stream<Progress> priced(Product product, PlannedPrice price, Instant now) {
        var edit = new Edit(price.actor(), price.jobId(), now);
        return product.cost(price.price(), price.from(), price.from(), edit) instanceof Progress progress
                ? Stream.of(progress)
                : Stream.empty();
    }

    private void trySweep() {
        try {
            sweep();
        } catch (RuntimeException failure) {
            LOG.warn("planned prices come into effect later", failure);
        }
    }

    @Override
    public void start() {
        var often = settings.sweep().toMillis();
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("planned-prices").factory());
        var _ = executor.scheduleWithFixedDelay(this::trySweep, often, often, MILLISECONDS);
        sweeping = executor;
    }

    @Override
    public void stop() {
        var running = sweeping;
        sweeping = null;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return sweeping != null;
    }
}
