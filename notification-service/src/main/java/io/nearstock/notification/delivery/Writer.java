package io.nearstock.notification.delivery;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import io.nearstock.notification.BackInStock;
import io.nearstock.notification.Notification;
import io.nearstock.notification.NotificationStatus.Reason;
import io.nearstock.notification.OrderCancelled;
import io.nearstock.notification.OrderConfirmed;
import io.nearstock.notification.PriceDropped;
import io.nearstock.notification.ProductNames;
import io.nearstock.notification.ShipmentSupplied;
import io.nearstock.notification.delivery.AccountClient.Contact;
import io.nearstock.notification.delivery.AccountClient.Request;
import io.nearstock.notification.delivery.Answer.Found;
import io.nearstock.notification.delivery.Answer.Gone;
import io.nearstock.notification.delivery.Answer.Unavailable;
import io.nearstock.notification.delivery.Draft.Later;
import io.nearstock.notification.delivery.Draft.Pointless;
import io.nearstock.notification.delivery.Draft.Ready;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the mail of a notification: asks where it goes to, then fills in the template. */
@Component
class Writer {

    private final Accounts accounts;
    private final Templates templates;
    private final Models models;
    private final ProductNames names;
    private final JsonMapper json;
    private final Clock clock;

    Writer(Accounts accounts, Templates templates, Models models, ProductNames names, JsonMapper json, Clock clock) {
        this.accounts = accounts;
        this.templates = templates;
        this.models = models;
        this.names = names;
        this.json = json.rebuild().disable(FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.clock = clock;
    }

    Draft write(Notification notification) {
        var account = notification.accountId();
        var subject = notification.subjectId();
        return switch (notification.kind()) {
            case ORDER_CONFIRMATION, ORDER_CANCELLATION, GOODS_ARRIVED, BACK_IN_STOCK, PRICE_DROP ->
                toContact(notification, accounts.contact(account));
            case VERIFICATION -> toRequest(notification, accounts.verification(account, subject));
            case PASSWORD_RESET -> toRequest(notification, accounts.passwordReset(account, subject));
        };
    }

    private Draft toContact(Notification notification, Answer<Contact> answer) {
        return switch (answer) {
            case Found(var contact) -> mail(notification, contact.email(), model(notification, contact));
            case Gone<Contact> _ -> new Pointless(Reason.NO_CONTACT);
            case Unavailable<Contact> _ -> new Later();
        };
    }

    private Draft toRequest(Notification notification, Answer<Request> answer) {
        return switch (answer) {
            case Found(var request) ->
                request.expiresAt().isAfter(clock.instant())
                        ? mail(notification, request.email(), models.request(notification.kind(), request))
                        : new Pointless(Reason.EXPIRED);
            case Gone<Request> _ -> new Pointless(Reason.EXPIRED);
            case Unavailable<Request> _ -> new Later();
        };
    }

    private Map<String, Object> model(Notification notification, Contact contact) {
        return switch (notification.kind()) {
            case ORDER_CONFIRMATION -> models.confirmation(content(notification, OrderConfirmed.class), contact);
            case ORDER_CANCELLATION -> models.cancellation(content(notification, OrderCancelled.class), contact);
            case GOODS_ARRIVED ->
                models.goodsArrived(content(notification, ShipmentSupplied.class), names::of, contact);
            case BACK_IN_STOCK -> backInStock(content(notification, BackInStock.class), contact);
            case PRICE_DROP -> priceDrop(content(notification, PriceDropped.class), contact);
            case VERIFICATION, PASSWORD_RESET -> throw new IllegalStateException("a request: " + notification.id());
        };
    }

    private Map<String, Object> backInStock(BackInStock back, Contact contact) {
        return models.backInStock(back, names.of(back.sku()), contact);
    }

    private Map<String, Object> priceDrop(PriceDropped dropped, Contact contact) {
        return models.priceDrop(dropped, names.of(dropped.sku()), contact);
    }

    private <T> T content(Notification notification, Class<T> shape) {
        return json.readValue(String.valueOf(notification.content()), shape);
    }

    private Draft mail(Notification notification, String to, Map<String, Object> model) {
        return new Ready(new Mail(
                notification.messageId(),
                to,
                String.valueOf(model.get("subject")),
                templates.html(notification.kind(), model),
                templates.text(notification.kind(), model)));
    }
}
