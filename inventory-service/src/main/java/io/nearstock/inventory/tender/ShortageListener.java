package io.nearstock.inventory.tender;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.chassis.web.Ids;
import io.nearstock.inventory.DeliveryTimes;
import io.nearstock.inventory.Offer;
import io.nearstock.inventory.RunOut;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequests;
import io.nearstock.inventory.Suppliers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs low or out, and nobody we may buy from offers in time, is looked for: once, until it is found. */
@Configuration(proxyBeanMethods = false)
class ShortageListener {

    record Scarce(
            String sku,
            String hubId,
            int available,
            @Nullable Integer reorderPoint) {

        /** Twice what it is to be reordered at, so that it does not run low at once. */
        int missing() {
            return Math.clamp(
                    2L * Objects.requireNonNullElse(reorderPoint, 0) - available, 1, SourcingRequest.MOST_UNITS);
        }
    }

    private final SourcingRequests requests;
    private final Suppliers suppliers;
    private final DeliveryTimes times;
    private final Outlook outlook;
    private final Clock clock;

    ShortageListener(
            SourcingRequests requests, Suppliers suppliers, DeliveryTimes times, Outlook outlook, Clock clock) {
        this.requests = requests;
        this.suppliers = suppliers;
        this.times = times;
        this.outlook = outlook;
        this.clock = clock;
    }

    @Bean
    Subscription shortages() {
        return Subscription.to("stock.alerts")
                .on("stock.low", this::on)
                .on("stock.out", this::on)
                .on("stock.short", this::on);
    }

    /** What falls from enough to nothing is never low. */
    void on(Event event) {
        var row = event.as(Scarce.class);
        outlook.of(row.sku(), row.hubId(), row.available())
                .filter(runOut -> leadTimes(row.sku()).noneMatch(runOut::isMetIn))
                .ifPresent(runOut -> requests.add(request(event, row, runOut)));
    }

    private SourcingRequest request(Event event, Scarce row, RunOut runOut) {
        var id = Ids.next("srq");
        var now = clock.instant();
        return SourcingRequest.opened(id, row.sku(), row.hubId(), row.missing(), runOut.day(), event.type(), now)
                .upon(event.id());
    }

    /** In days from today on, of those that we may buy from. */
    private IntStream leadTimes(String sku) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return suppliers.offersOf(List.of(sku)).stream()
                .filter(offer -> offer.isValidOn(today))
                .flatMapToInt(this::leadTime);
    }

    private IntStream leadTime(Offer offer) {
        return suppliers.toBuyFrom(offer.supplierId()).stream()
                .mapToInt(supplier -> times.days(supplier, offer.leadTimeDays()));
    }
}
