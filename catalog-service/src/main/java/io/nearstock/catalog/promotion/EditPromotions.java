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
import io.nearstock.catalog.promotion.EditPromotions.Outcome.UnknownCurrency;
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

        record UnknownCurrency() implements Outcome {}

        /** Its amounts are in several currencies, or no longer in that in which it is counted. */
        record WrongCurrency() implements Outcome {}
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
            if (!currency(next).equals(currency(promotion))) {
                return new WrongCurrency();
            }
            return promotion.version() == seen && promotions.replace(next) ? new Done(next) : new Stale();
        });
    }

    private Outcome sound(PromotionDraft draft, Function<Benefit, Outcome> then) {
        if (!draft.startsAt().isBefore(draft.endsAt())) {
            return new EndsBeforeItStarts();
        }
        var currencies = draft.currencies();
        if (!currencies.stream().allMatch(Money::isCurrency)) {
            return new UnknownCurrency();
        }
        return currencies.size() > 1
                ? new WrongCurrency()
                : draft.promised().map(then).orElseGet(() -> new BenefitIncomplete(draft.kind()));
    }

    private String currency(Promotion promotion) {
        return promotion.terms().currencyOr(settings.currency());
    }
}
