package io.nearstock.catalog.price;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.PlannedPrice;
import io.nearstock.catalog.PlannedPrices;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Rounds;
import io.nearstock.catalog.Transition.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Puts planned prices into effect when their moment has come. Any instance may; what two of them do at the same time, or
 * one again after a crash, is a repetition.
 */
@Component
final class PutPricesIntoEffect implements Rounds.Worker {

    private final PlannedPrices planned;
    private final Products products;
    private final PriceSettings settings;
    private final Clock clock;
    private final Rounds rounds;

    PutPricesIntoEffect(PlannedPrices planned, Products products, PriceSettings settings, Clock clock) {
        this.planned = planned;
        this.products = products;
        this.settings = settings;
        this.clock = clock;
        this.rounds = new Rounds("planned-prices", settings.sweep(), this::sweep);
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

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
