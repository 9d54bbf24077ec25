package io.nearstock.catalog.quote;

import io.nearstock.catalog.Allowance.Pending;
import io.nearstock.catalog.Allowances;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.Redemption;
import io.nearstock.catalog.Redemption.Answer.Progress;
import io.nearstock.catalog.RedemptionSettings;
import io.nearstock.catalog.Redemptions;
import io.nearstock.catalog.Use;
import io.nearstock.catalog.quote.QuoteBasket.Outcome;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.Gone;
import io.nearstock.catalog.quote.QuoteBasket.Outcome.Priced;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import io.nearstock.chassis.web.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Quotes a checkout, and holds what the quote needs of limited promotions: all of it, or a quote without them. The
 * redemption is stored first, with what it is about to take; so whatever happens to this process, somebody else knows what
 * to give back. A quote that needs none of that writes nothing.
 *
 * <p>A saga of reservations with a log of its own, as inventory-service's holds: H. Garcia-Molina, K. Salem, "Sagas", SIGMOD
 * 1987; P. Helland, "Life beyond Distributed Transactions", CIDR 2007 (tentative operations: held, claimed or cancelled);
 * the notes in the rows are MongoDB's former "two phase commits" pattern (pendingTransactions).
 */
@Component
final class HoldUses {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final QuoteBasket quoteBasket;
    private final Redemptions redemptions;
    private final Allowances allowances;
    private final RedemptionSettings settings;
    private final Clock clock;

    HoldUses(
            QuoteBasket quoteBasket,
            Redemptions redemptions,
            Allowances allowances,
            RedemptionSettings settings,
            Clock clock) {
        this.quoteBasket = quoteBasket;
        this.redemptions = redemptions;
        this.allowances = allowances;
        this.settings = settings;
        this.clock = clock;
    }

    /** The same id again gets the same answer, as long as its uses are held. */
    Outcome hold(String id, String customerId, Inquiry inquiry) {
        var running = quoteBasket.running(inquiry);
        if (running.stream().allMatch(promotion -> promotion.terms().limits().isNone())) {
            return quoteBasket.quote(inquiry, running, _ -> Optional.empty());
        }
        var now = clock.instant();
        var before = redemptions.find(id).orElseGet(() -> Redemption.unseen(id, now));
        return switch (before.status()) {
            case ABANDONED -> take(before, customerId, inquiry, running);
            case PREPARING -> takeOver(before, customerId, inquiry, running);
            case HELD, CLAIMED -> again(before, customerId, inquiry);
            case RETURNING, RETURNED -> new Gone("hold_released");
        };
    }

    private Outcome takeOver(Redemption before, String customerId, Inquiry inquiry, List<Promotion> running) {
        if (before.isLeased(clock.instant())
                || !(before.abandon() instanceof Progress abandoned)
                || !redemptions.save(abandoned)) {
            throw new UnavailableException(SOON);
        }
        return take(abandoned.redemption(), customerId, inquiry, running);
    }

    private Outcome take(Redemption before, String customerId, Inquiry inquiry, List<Promotion> running) {
        var attempt = new Attempt(before, customerId, inquiry.coupon());
        return attempt.granted(quoteBasket.quote(inquiry, running, attempt::take));
    }

    private Outcome again(Redemption held, String customerId, Inquiry inquiry) {
        var basket = Objects.requireNonNull(held.basket());
        var same = basket.customerId().equals(customerId)
                && Objects.equals(basket.coupon(), inquiry.coupon())
                && basket.quote().total().currency().equals(quoteBasket.currency(inquiry))
                && wanted(basket.quote()).equals(inquiry.lines());
        return same ? new Priced(basket.quote(), basket.uses(), held.expiresAt()) : new Gone("hold_reused");
    }

    private static List<Wanted> wanted(Quote quote) {
        return quote.lines().stream()
                .map(line -> new Wanted(line.sku(), line.quantity()))
                .toList();
    }

    /** One request's way to its uses; a quote that cannot have them is followed by one that needs less. */
    private final class Attempt {

        private final String customerId;
        private final @Nullable String coupon;
        private Redemption current;

        Attempt(Redemption before, String customerId, @Nullable String coupon) {
            this.current = before;
            this.customerId = customerId;
            this.coupon = coupon;
        }

        /** Answers with the use that cannot be had; then what was taken beside it is given back. */
        Optional<Use> take(Priced priced) {
            if (priced.uses().isEmpty()) {
                return Optional.empty();
            }
            var basket = new Redemption.Basket(customerId, coupon, priced.quote(), priced.uses());
            advance(current.prepare(basket, clock.instant(), settings));
            var lacking = priced.uses().stream()
                    .filter(use -> !allowances.take(use, current, clock.instant()))
                    .findFirst();
            if (lacking.isPresent()) {
                undo();
            }
            return lacking;
        }

        /** Nobody gets an answer before it is stored that the uses are held. */
        Outcome granted(Outcome outcome) {
            if (outcome instanceof Priced priced && !priced.uses().isEmpty()) {
                if (!(current.grant() instanceof Progress granted) || !redemptions.save(granted)) {
                    undo();
                    throw new UnavailableException(SOON);
                }
                return new Priced(
                        priced.quote(), priced.uses(), granted.redemption().expiresAt());
            }
            if (current.version() > 0 && current.abandon() instanceof Progress abandoned) {
                redemptions.save(abandoned);
            }
            return outcome;
        }

        private void advance(Redemption.Answer answer) {
            if (!(answer instanceof Progress progress) || !redemptions.save(progress)) {
                throw new UnavailableException(SOON);
            }
            current = progress.redemption();
        }

        private void undo() {
            current.uses().forEach(use -> allowances.undo(use.allowance(), Pending.of(current, use)));
        }
    }
}
