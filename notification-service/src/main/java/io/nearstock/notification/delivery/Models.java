package io.nearstock.notification.delivery;

import io.nearstock.notification.BackInStock;
import io.nearstock.notification.Kind;
import io.nearstock.notification.Money;
import io.nearstock.notification.OrderCancelled;
import io.nearstock.notification.OrderConfirmed;
import io.nearstock.notification.OrderConfirmed.Shipment;
import io.nearstock.notification.OrderLine;
import io.nearstock.notification.PriceDropped;
import io.nearstock.notification.ShipmentSupplied;
import io.nearstock.notification.delivery.AccountClient.Contact;
import io.nearstock.notification.delivery.AccountClient.Request;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What the templates are filled with: every amount and date is text already. */
@Component
class Models {

    private final URI publicUrl;

    Models(MailSettings settings) {
        publicUrl = settings.publicUrl();
    }

    Map<String, Object> confirmation(OrderConfirmed order, Contact contact) {
        var wording = Wording.of(contact.locale());
        var model = order("Your order " + order.orderId() + " is confirmed", order.orderId(), contact);
        model.put("lines", lines(order.lines(), wording));
        model.put("total", wording.money(order.total()));
        model.put("captured", amount(order.captured(), wording));
        model.put("outstanding", amount(order.outstanding(), wording));
        model.put("dates", dates(order.shipments(), wording));
        return model;
    }

    Map<String, Object> cancellation(OrderCancelled order, Contact contact) {
        var wording = Wording.of(contact.locale());
        var model = order("Your order " + order.orderId() + " is cancelled", order.orderId(), contact);
        model.put("lines", lines(order.lines(), wording));
        model.put("total", wording.money(order.total()));
        model.put("refunded", amount(order.refunded(), wording));
        model.put("confirmedBefore", order.confirmedBefore());
        model.put("unpaid", order.reason().equals("payment_failed"));
        return model;
    }

    /** Products go by the names that are known, else by their SKUs. */
    Map<String, Object> goodsArrived(
            ShipmentSupplied supplied, Function<String, Optional<String>> names, Contact contact) {
        var subject = "What your order " + supplied.orderId() + " waited for is here";
        var model = order(subject, supplied.orderId(), contact);
        model.put(
                "goods",
                supplied.lines().stream()
                        .map(line -> line.quantity() + " x "
                                + names.apply(line.sku()).orElse(line.sku()))
                        .toList());
        var promised = supplied.promisedDate();
        model.put(
                "promised", promised == null ? "" : Wording.of(contact.locale()).date(promised));
        return model;
    }

    /** Where its name is not known, the product goes by its SKU. */
    Map<String, Object> backInStock(BackInStock back, Optional<String> name, Contact contact) {
        var product = name.orElse(back.sku());
        var model = greeted(product + " is back in stock", contact);
        model.put("product", product);
        model.put(
                "link",
                link("/products").queryParam("q", "{sku}").build(back.sku()).toString());
        return model;
    }

    Map<String, Object> priceDrop(PriceDropped dropped, Optional<String> name, Contact contact) {
        var wording = Wording.of(contact.locale());
        var product = name.orElse(dropped.sku());
        var model = greeted(product + " costs less now", contact);
        model.put("product", product);
        model.put("before", wording.money(dropped.before()));
        model.put("price", wording.money(dropped.price()));
        model.put("link", link("/products/{id}").build(dropped.productId()).toString());
        model.put("wishlist", link("/wishlist").build().toString());
        return model;
    }

    /** Greets nobody by name: whoever typed the address may be a stranger to its owner. */
    Map<String, Object> request(Kind kind, Request request) {
        var verification = kind == Kind.VERIFICATION;
        return Map.of(
                "subject",
                verification ? "Please confirm your email address" : "Choose a new password",
                "link",
                link(verification ? "/verify-email" : "/reset-password")
                        .queryParam("token", "{token}")
                        .build(request.token())
                        .toString(),
                "token",
                request.token(),
                "expires",
                Wording.of(request.locale()).time(request.expiresAt()));
    }

    private Map<String, Object> order(String subject, String orderId, Contact contact) {
        var model = greeted(subject, contact);
        model.put("orderId", orderId);
        model.put("link", link("/orders/{id}").build(orderId).toString());
        return model;
    }

    private static Map<String, Object> greeted(String subject, Contact contact) {
        var model = new HashMap<String, Object>();
        model.put("subject", subject);
        model.put("name", contact.verified() ? Objects.requireNonNullElse(contact.displayName(), "") : "");
        return model;
    }

    private UriComponentsBuilder link(String path) {
        return UriComponentsBuilder.fromUri(publicUrl).path(path).encode();
    }

    private static List<Map<String, Object>> lines(List<OrderLine> lines, Wording wording) {
        return lines.stream()
                .map(line -> Map.<String, Object>of(
                        "sku", line.sku(),
                        "name", line.name(),
                        "quantity", line.quantity(),
                        "unitPrice", wording.money(line.unitPrice()),
                        "total", wording.money(line.total())))
                .toList();
    }

    private static List<String> dates(List<Shipment> shipments, Wording wording) {
        return shipments.stream()
                .flatMap(shipment -> Stream.ofNullable(shipment.promisedDate()))
                .distinct()
                .sorted()
                .map(wording::date)
                .toList();
    }

    /** Empty where it is unknown or nothing. */
    private static String amount(@Nullable Money money, Wording wording) {
        return money == null || money.amount() == 0 ? "" : wording.money(money);
    }
}
