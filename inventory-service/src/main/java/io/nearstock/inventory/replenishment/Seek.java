package io.nearstock.inventory.replenishment;

import io.nearstock.chassis.web.Ids;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.RunOut;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequests;
import io.nearstock.inventory.StockRow;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks for somebody who sells what nobody we know does, or does before the row has run out. */
@Component
final class Seek {

    private final SourcingRequests requests;
    private final PlanningSettings settings;

    Seek(SourcingRequests requests, PlanningSettings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /**
     * The rows that it is done for already: most of what is short stays so for days, and is looked at each hour. What somebody
     * withdrew is left alone as long as a proposal that somebody dismissed.
     */
    Set<String> sought(Collection<String> rows, Instant now) {
        return requests.soughtFor(rows, now.minus(settings.quiet()));
    }

    /** Once, whoever finds out at the same time. */
    void supplierOf(StockRow row, Need need, Situation situation, Instant now) {
        var forecast = situation.forecast(row).orElse(null);
        var runOut = RunOut.of(need.position(), row.backOrder(), forecast, settings.dayOf(now));
        var offers = situation.offers(row.sku()).stream();
        if (offers.noneMatch(offer -> runOut.isMetIn(offer.leadTimeDays()))) {
            requests.add(SourcingRequest.opened(
                    Ids.next("srq"), row.sku(), row.hubId(), need.quantity(), runOut.day(), "replenishment", now));
        }
    }
}
