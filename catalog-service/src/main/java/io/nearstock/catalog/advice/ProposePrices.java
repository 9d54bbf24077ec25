package io.nearstock.catalog.advice;

import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.chassis.web.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how products stand, and keeps one open proposal for each whose price should change. */
@Component
final class ProposePrices {

    /** News of a product, and its place among those of this product. */
    record News(DemandOutlook outlook, long sequence) {}

    private final Products products;
    private final PriceProposals proposals;
    private final PriceRule rule;
    private final AdviceSettings settings;
    private final Clock clock;

    ProposePrices(Products products, PriceProposals proposals, PriceRule rule, AdviceSettings settings, Clock clock) {
        this.products = products;
        this.proposals = proposals;
        this.rule = rule;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of several of a product the last counts. */
    void hear(List<News> news) {
        var now = clock.instant();
        var latest = news.stream()
                .collect(toMap(
                        each -> each.outlook().sku(),
                        each -> each,
                        (one, other) -> one.sequence() > other.sequence() ? one : other));
        var skus = latest.keySet();
        var open = proposals.openOf(skus);
        var quiet = proposals.decidedSince(skus, now.minus(settings.quiet()));
        var sold = products.ofSkus(skus).stream().filter(Product::isActive).collect(toMap(Product::sku, each -> each));
        latest.forEach((sku, each) -> {
            var product = Optional.ofNullable(sold.get(sku)).filter(_ -> !quiet.contains(sku));
            var advice = product.flatMap(known -> rule.advise(known, each.outlook(), now));
            settle(open.get(sku), product.orElse(null), advice.orElse(null), each, now);
        });
    }

    private void settle(
            @Nullable PriceProposal open, @Nullable Product product, @Nullable Advice advice, News news, Instant now) {
        if (open != null && news.sequence() <= open.heard()) {
            return;
        }
        if (product == null || advice == null) {
            Optional.ofNullable(open).ifPresent(proposals::withdraw);
        } else if (open == null) {
            proposals.propose(
                    PriceProposal.of(Ids.next("ppr"), product.id(), news.outlook(), advice, news.sequence(), now));
        } else {
            proposals.renew(open, advice, news.sequence(), now);
        }
    }
}
