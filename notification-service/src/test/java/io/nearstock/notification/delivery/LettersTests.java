package io.nearstock.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.chassis.messaging.Event;
import io.nearstock.notification.BackInStock;
import io.nearstock.notification.Kind;
import io.nearstock.notification.Money;
import io.nearstock.notification.OrderCancelled;
import io.nearstock.notification.OrderConfirmed;
import io.nearstock.notification.OrderLine;
import io.nearstock.notification.PriceDropped;
import io.nearstock.notification.ShipmentSupplied;
import io.nearstock.notification.delivery.AccountClient.Contact;
import io.nearstock.notification.delivery.AccountClient.Request;
import io.nearstock.testkit.Contracts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LettersTests {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final Templates templates = new Templates();
    private final Models models =
            new Models(new MailSettings(URI.create("https://shop.example"), "orders@shop.example", "Shop"));

    @Test
    void confirmsWithLinesTotalsAndPromisedDates() {
        var model = models.confirmation(example("order.confirmed", OrderConfirmed.class), ada("en-GB"));

        assertThat(templates.text(Kind.ORDER_CONFIRMATION, model))
                .contains(
                        "Hello Ada,",
                        "ord_1",
                        "2 x Kettle 1.7 l (KETTLE-17) at £24.99: £49.98\n1 x Tea",
                        "\nTotal: £53.48\n")
                .contains("Wednesday, 4 November 2026", "https://shop.example/orders/ord_1")
                .doesNotContain("Paid now", "later");
        assertThat(templates.html(Kind.ORDER_CONFIRMATION, model))
                .contains("Kettle 1.7 l", "£53.48", "Wednesday, 4 November 2026")
                .contains("href=\"https://shop.example/orders/ord_1\"");
    }

    @Test
    void tellsWhatIsPaidNowAndWhatLaterWhereTheEventSaysSo() {
        var order = confirmed("Mug", new Money(1070, "GBP"), new Money(4278, "GBP"));

        assertThat(templates.text(Kind.ORDER_CONFIRMATION, models.confirmation(order, ada("en-GB"))))
                .contains("Paid now: £10.70", "To be paid later: £42.78");
    }

    @Test
    void tellsWhatACancellationRefunds() {
        var model = models.cancellation(example("order.cancelled", OrderCancelled.class), ada("en-GB"));

        assertThat(templates.text(Kind.ORDER_CANCELLATION, model)).contains("ord_1", "is cancelled", "refunded £10.70");
        assertThat(templates.html(Kind.ORDER_CANCELLATION, model)).contains("refunded <strong>£10.70</strong>");
    }

    @Test
    void saysThatNothingWasChargedWhenThePaymentFailed() {
        var order = new OrderCancelled(
                "ord_1", "acc_1", "payment_failed", false, List.of(), new Money(100, "GBP"), null, NOW);

        assertThat(templates.text(Kind.ORDER_CANCELLATION, models.cancellation(order, ada("en-GB"))))
                .contains("its payment did not go through", "you have not been charged")
                .doesNotContain("refunded £");
    }

    @Test
    void tellsThatWhatAnOrderWaitedForHasCome() {
        var supplied = example("order.shipment_supplied", ShipmentSupplied.class);
        var model = models.goodsArrived(
                supplied, sku -> Optional.of("<Kettle>").filter(_ -> sku.startsWith("KETTLE")), ada("en-GB"));

        assertThat(templates.text(Kind.GOODS_ARRIVED, model))
                .contains("Hello Ada,", "ord_1 waited for has come", "\n2 x <Kettle>\n1 x TEA-50\n")
                .contains("arrive by Wednesday, 4 November 2026.", "https://shop.example/orders/ord_1");
        assertThat(templates.html(Kind.GOODS_ARRIVED, model))
                .contains("<li>2 x &lt;Kettle&gt;</li><li>1 x TEA-50</li>", "arrive by Wednesday, 4 November 2026");
    }

    @Test
    void tellsThatSomethingIsBackByItsNameOrElseItsSku() {
        var back = example("stock.back_in_stock", BackInStock.class);

        assertThat(templates.text(
                        Kind.BACK_IN_STOCK, models.backInStock(back, Optional.of("Kettle 1.7 l"), ada("en-GB"))))
                .contains("Hello Ada,", "Kettle 1.7 l can be had again", "https://shop.example/products?q=KETTLE-17");
        assertThat(templates.html(Kind.BACK_IN_STOCK, models.backInStock(back, Optional.empty(), ada("en-GB"))))
                .contains("<strong>KETTLE-17</strong>", "href=\"https://shop.example/products?q=KETTLE-17\"");
    }

    @Test
    void tellsThatAWishIsCheaperAndHowToHearNoMoreOfIt() {
        var dropped = example("wish.price_dropped", PriceDropped.class);
        var model = models.priceDrop(dropped, Optional.of("<i>Kettle"), ada("en-GB"));

        assertThat(templates.text(Kind.PRICE_DROP, model))
                .contains("cost £24.99 and costs £19.99 now", "https://shop.example/products/prd_1")
                .contains("take it off your wish list: https://shop.example/wishlist");
        assertThat(templates.html(Kind.PRICE_DROP, model))
                .contains("&lt;i&gt;Kettle")
                .doesNotContain("<i>");
    }

    @Test
    void escapesWhatOthersWrote() {
        var order = confirmed("<img src=x onerror=alert(1)> & \"Co\"", null, null);
        var contact = new Contact("ada@example.com", "<b>Ada</b>", "en-GB", true);
        var model = models.confirmation(order, contact);

        assertThat(templates.html(Kind.ORDER_CONFIRMATION, model))
                .contains("&lt;img src=x", "&amp;", "&lt;b&gt;Ada")
                .doesNotContain("<img", "<b>Ada");
        assertThat(templates.text(Kind.ORDER_CONFIRMATION, model)).contains("<img src=x onerror=alert(1)> & \"Co\"");
    }

    @Test
    void greetsNobodyByNameAtAnAddressThatIsNotProven() {
        var contact = new Contact("ada@example.com", "Buy at evil.example", "en-GB", false);
        var order = confirmed("Mug", null, null);

        assertThat(templates.html(Kind.ORDER_CONFIRMATION, models.confirmation(order, contact)))
                .contains("Hello,")
                .doesNotContain("evil.example");
    }

    @Test
    void linksToThePublicAddressWithTheTokenEncoded() {
        var request = new Request("ada@example.com", "en-GB", "a+b/c=&d", NOW);

        assertThat(templates.text(Kind.VERIFICATION, models.request(Kind.VERIFICATION, request)))
                .contains("https://shop.example/verify-email?token=a%2Bb%2Fc%3D%26d", "code: a+b/c=&d");
        assertThat(templates.html(Kind.PASSWORD_RESET, models.request(Kind.PASSWORD_RESET, request)))
                .contains("https://shop.example/reset-password?token=a%2Bb%2Fc%3D%26d", "a+b/c=&amp;d");
    }

    private static OrderConfirmed confirmed(String product, @Nullable Money captured, @Nullable Money outstanding) {
        var total = new Money(5348, "GBP");
        var line = new OrderLine("MUG-1", product, 1, total, total);
        return new OrderConfirmed("ord_1", "acc_1", List.of(line), List.of(), total, captured, outstanding, NOW);
    }

    private static Contact ada(String locale) {
        return new Contact("ada@example.com", "Ada", locale, true);
    }

    private static <T> T example(String type, Class<T> shape) {
        return new Event("ord_1.1", type, "ord_1", 1, NOW, Contracts.event(type)).as(shape);
    }
}
