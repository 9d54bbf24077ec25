package io.nearstock.order.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.order.Address;
import io.nearstock.order.Checkout;
import io.nearstock.order.Discount;
import io.nearstock.order.Item;
import io.nearstock.order.Money;
import io.nearstock.order.Offer;
import io.nearstock.order.OrderLine;
import io.nearstock.order.PaymentTerms;
import io.nearstock.order.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checkout as the API shows it; what is not due now is due at dispatch or on acceptance, as the plan will say. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckoutView(
        String id,
        List<OrderLine> lines,
        List<Discount> discounts,
        Money total,
        Money payNow,
        Money payOnAcceptance,
        Delivery delivery,
        Address address,
        Instant createdAt,
        Instant expiresAt) {

    record Delivery(String reason, LocalDate promisedDate, List<Part> plan) {

        static Delivery of(String reason, Offer offer) {
            var last = offer.shipments().stream().map(Shipment::promisedDate).max(Comparator.naturalOrder());
            return new Delivery(
                    reason,
                    last.orElseThrow(),
                    offer.shipments().stream().map(Part::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String hubId,
            String hubName,
            LocalDate promisedDate,
            @Nullable LocalDate shipsOn,
            List<Item> lines) {

        static Part of(Shipment shipment) {
            return new Part(
                    shipment.hubId(),
                    shipment.hubName(),
                    shipment.promisedDate(),
                    shipment.shipsOn(),
                    shipment.lines());
        }
    }

    static CheckoutView of(Checkout checkout, PaymentTerms terms) {
        var offer = checkout.offer();
        var total = offer.total();
        var now = terms.deposit(total);
        return new CheckoutView(
                checkout.id(),
                offer.lines(),
                offer.discounts(),
                total,
                now,
                total.of(total.amount() - now.amount()),
                Delivery.of(checkout.plan(), offer),
                offer.address(),
                checkout.createdAt(),
                checkout.expiresAt());
    }
}
