package io.nearstock.catalog.promotion;

import io.nearstock.catalog.Benefit;
import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Promotions;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.BenefitIncomplete;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.Done;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.EndsBeforeItStarts;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.Stale;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.WrongCurrency;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What staff do to a single promotion. A change needs the version that they have seen. */
@Component
final class EditPromotions {

    sealed interface Outcome {

        record Done(Promotion promotion) implements Outcome {}

        record Stale() implements Outcome {}

        record BenefitIncomplete(String kind) implements Outcome {}

        record EndsBeforeItStarts() implements Outcome {}

        record WrongCurrency(String currency) implements Outcome {}
    }

    private final Promotions promotions;
    private final CatalogSettings settings;
    private final Clock clock;

    EditPromotions(Promotions promotions, CatalogSettings settings, Clock clock) {
        this.promotions = promotions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Announces a promotion; a retry with the same id finds it announced. */
    Outcome announce(String id, PromotionDraft draft) {
        return sound(draft, benefit -> {
            promotions.add(Promotion.announce(id, draft.terms(benefit), clock.instant()));
            return new Done(promotions.of(id));
        });
    }

    Outcome replace(Promotion promotion, long seen, PromotionDraft draft) {
        return sound(draft, benefit -> {
            var next = promotion.promise(draft.terms(benefit), clock.instant());
            return promotion.version() == seen && promotions.replace(next) ? new Done(next) : new Stale();
        });
    }

    private Outcome sound(PromotionDraft draft, Function<Benefit, Outcome> then) {
        if (!draft.startsAt().isBefore(draft.endsAt())) {
            return new EndsBeforeItStarts();
        }
        var benefit = draft.promised();
        if (benefit.isEmpty()) {
            return new BenefitIncomplete(draft.kind());
        }
        var spend = draft.limits().spend();
        return isPriced(benefit.get()) && (spend == null || isOurs(spend))
                ? then.apply(benefit.get())
                : new WrongCurrency(settings.currency());
    }

    private boolean isPriced(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Percentage _, Benefit.BuyXGetY _ -> true;
            case Benefit.Fixed(var amount) -> isOurs(amount);
            case Benefit.Bundle(var _, var price) -> isOurs(price);
            case Benefit.Gift(var _, int _, var minimum) -> isOurs(minimum);
        };
    }

    private boolean isOurs(Money money) {
        return money.currency().equals(settings.currency());
    }
}
