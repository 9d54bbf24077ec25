package io.nearstock.catalog.advice;

import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.advice.Advice.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides whether a product should cost something else. Where there is too much of it: what clears the stock in time or what
 * earns most, whichever is more (Gallego and van Ryzin, 1994), never below what another one costs. What earns most with an
 * elasticity e above 1 is cost · e / (e − 1) (A. Lerner, "The Concept of Monopoly and the Measurement of Monopoly Power", 1934).
 */
@Component
final class PriceRule {

    private static final int WHOLE = 100;

    private final AdviceSettings settings;

    PriceRule(AdviceSettings settings) {
        this.settings = settings;
    }

    /** Empty where the price is well, or has not stood for long enough to tell. */
    Optional<Advice> advise(Product product, DemandOutlook outlook, Instant now) {
        var past = product.prices();
        if (past == null || past.current().from().isAfter(now.minus(settings.settled())) || outlook.stock() == 0) {
            return Optional.empty();
        }
        var price = product.details().price();
        var cost = costIn(price.currency(), outlook);
        if (outlook.lastsLongerThan(settings.overstockedDays())) {
            return lower(price, cost, outlook);
        }
        if (cost != null && price.amount() < cost) {
            return raise(Reason.BELOW_COST, price, Math.max(cost, mostEarning(cost, outlook)), outlook);
        }
        return outlook.incoming() == 0 && !outlook.lastsLongerThan(settings.scarceDays())
                ? raise(Reason.RUNNING_OUT, price, price.amount() * outlook.runOut(settings.scarceDays()), outlook)
                : Optional.empty();
    }

    /** Null where it is bought in another currency, as nothing is converted. */
    private static @Nullable Double costIn(String currency, DemandOutlook outlook) {
        var cost = outlook.unitCost();
        return cost == null || !cost.currency().equals(currency) ? null : (double) cost.amount();
    }

    private Optional<Advice> lower(Money price, @Nullable Double cost, DemandOutlook outlook) {
        var clearing = price.amount() * outlook.runOut(settings.aimDays());
        var earning = cost == null ? 0 : Math.max(cost, mostEarning(cost, outlook));
        var furthest = price.amount() * (1 - settings.mostOff());
        var wanted = Math.max(Math.max(clearing, earning), furthest);
        var proposed = notBelow((long) Math.ceil(wanted), price.amount());
        return proposed <= price.amount() * (1 - settings.leastChange())
                ? Optional.of(Advice.of(Reason.OVERSTOCKED, outlook, price, new Money(proposed, price.currency())))
                : Optional.empty();
    }

    private Optional<Advice> raise(Reason reason, Money price, double wanted, DemandOutlook outlook) {
        var furthest = price.amount() * (1 + settings.mostOn());
        var proposed = notAbove((long) Math.floor(Math.min(wanted, furthest)), price.amount());
        return proposed >= price.amount() * (1 + settings.leastChange())
                ? Optional.of(Advice.of(reason, outlook, price, new Money(proposed, price.currency())))
                : Optional.empty();
    }

    /** 0 where demand hardly minds the price: then no price earns most. */
    private static double mostEarning(double cost, DemandOutlook outlook) {
        var elasticity = outlook.elasticity().mean();
        return elasticity > 1 ? cost * elasticity / (elasticity - 1) : 0;
    }

    /** Prices of a shop end alike, so one of 19.99 becomes one of 17.99; below ten units there is no room for that. */
    private static long notBelow(long wanted, long price) {
        return hasEnding(price) ? Math.ceilDiv(wanted - price % WHOLE, WHOLE) * WHOLE + price % WHOLE : wanted;
    }

    private static long notAbove(long wanted, long price) {
        return hasEnding(price) ? Math.floorDiv(wanted - price % WHOLE, WHOLE) * WHOLE + price % WHOLE : wanted;
    }

    private static boolean hasEnding(long price) {
        return price >= 10 * WHOLE;
    }
}
