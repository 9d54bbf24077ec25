package io.nearstock.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a customer pays.
 *
 * @param depositPercent the part of the total that is captured when the order is confirmed, rounded half up
 * @param window how long a placed order waits for a card that pays before it is cancelled
 * @param answerWithin how long a request may take in all before it answers that the payment is not decided yet; less
 *     than the gateway waits
 */
@Validated
@ConfigurationProperties("nearstock.order.payment")
public record PaymentTerms(
        @DefaultValue("20") @Min(1) @Max(100) int depositPercent,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration window,
        @DefaultValue("1500ms") @DurationMin(millis = 1) Duration answerWithin) {

    /** At least one minor unit, so that the card is known to pay. */
    public Money deposit(Money total) {
        var deposit = total.percent(depositPercent);
        return deposit.amount() == 0 && total.amount() > 0 ? total.of(1) : deposit;
    }
}
