package io.nearstock.inventory.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.inventory.DemandOutlook;
import io.nearstock.inventory.Elasticity;
import io.nearstock.inventory.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how a product stands: always the whole outlook. */
@Component
final class OutlookAnnouncements implements Function<DemandOutlook, OutboxEntry> {

    record Told(
            String sku,
            LocalDate madeOn,
            int days,
            double expected,
            int available,
            int incoming,
            @Nullable Money unitCost,
            Elasticity elasticity,
            Instant at) {}

    private final OutboxEntries entries;
    private final Clock clock;

    OutlookAnnouncements(OutboxEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public OutboxEntry apply(DemandOutlook outlook) {
        var now = clock.instant();
        var told = new Told(
                outlook.sku(),
                outlook.madeOn(),
                outlook.days(),
                outlook.expected(),
                outlook.available(),
                outlook.incoming(),
                outlook.unitCost(),
                outlook.elasticity(),
                now);
        return entries.entry(outlook.sku(), outlook.version(), "demand.outlook", now, told);
    }
}
