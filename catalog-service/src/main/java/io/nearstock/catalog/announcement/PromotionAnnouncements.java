package io.nearstock.catalog.announcement;

import io.nearstock.catalog.Promotion;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells others when a promotion runs and for what; neither its coupon nor its segment is told, only that not everybody has it. */
@Component
final class PromotionAnnouncements implements Function<Promotion, OutboxEntry> {

    record PromotionChanged(
            String promotionId,
            String name,
            String kind,
            List<String> skus,
            List<String> categories,
            Instant startsAt,
            Instant endsAt,
            boolean everybody,
            Instant at) {

        static PromotionChanged of(Promotion promotion) {
            var terms = promotion.terms();
            return new PromotionChanged(
                    promotion.id(),
                    terms.name(),
                    terms.benefit().kind().wireName(),
                    terms.skus(),
                    terms.categories(),
                    terms.startsAt(),
                    terms.endsAt(),
                    !promotion.needsCoupon() && terms.segment() == null,
                    promotion.changedAt());
        }
    }

    private final OutboxEntries entries;

    PromotionAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    @Override
    public OutboxEntry apply(Promotion promotion) {
        var event = PromotionChanged.of(promotion);
        return entries.entry(promotion.id(), promotion.version(), "promotion.changed", promotion.changedAt(), event);
    }
}
