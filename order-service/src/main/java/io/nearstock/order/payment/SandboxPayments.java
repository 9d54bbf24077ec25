package io.nearstock.order.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.order.Breakers;
import io.nearstock.order.Money;
import io.nearstock.order.PaymentProvider;
import io.nearstock.order.PaymentProvider.Answer.Known;
import io.nearstock.order.PaymentProvider.Answer.Refused;
import io.nearstock.order.PaymentProvider.Answer.Unknown;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * The sandbox provider over HTTP: circuit breaker, then timeouts. Nothing is sent twice by itself: whoever settles the
 * order asks again, with the same key. It is not called through Feign, whose calls carry our service token.
 */
@Component
final class SandboxPayments implements PaymentProvider {

    record OpenRequest(String reference, long amount, String currency) {}

    record ConfirmRequest(String token, long capture) {}

    record AmountRequest(long amount) {}

    record Nothing() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(@Nullable String code) {}

    private static final Logger log = LoggerFactory.getLogger(SandboxPayments.class);

    /** By these it says that it understood and did not do it; that it knows nothing (404) proves nothing. */
    private static final Set<Integer> REFUSALS = Set.of(400, 402, 409, 422);

    private final RestClient http;
    private final CircuitBreaker breaker;

    SandboxPayments(RestClient paymentHttp, CircuitBreakerRegistry breakers) {
        this.http = paymentHttp;
        this.breaker = Breakers.of("payments", breakers);
    }

    @Override
    public Answer open(String key, String reference, Money amount) {
        var request = new OpenRequest(reference, amount.amount(), amount.currency());
        return ask(() -> inCurrency(amount.currency(), send(key, "/intents", "", request)));
    }

    @Override
    public Answer confirm(String key, String intentId, String token, long capture) {
        return post(key, "/intents/{id}/confirm", intentId, new ConfirmRequest(token, capture));
    }

    @Override
    public Answer capture(String key, String intentId, long amount) {
        return post(key, "/intents/{id}/capture", intentId, new AmountRequest(amount));
    }

    @Override
    public Answer refund(String key, String intentId, long amount) {
        return post(key, "/intents/{id}/refund", intentId, new AmountRequest(amount));
    }

    @Override
    public Answer release(String key, String intentId) {
        return post(key, "/intents/{id}/void", intentId, new Nothing());
    }

    @Override
    public Answer find(String intentId) {
        return ask(() -> http.get().uri("/intents/{id}", intentId).retrieve().body(ProviderIntent.class));
    }

    private Answer post(String key, String path, String intentId, Object body) {
        return ask(() -> send(key, path, intentId, body));
    }

    /** Metrics are counted by path, so an intent's id must not be written into it. */
    private @Nullable ProviderIntent send(String key, String path, String intentId, Object body) {
        return http.post()
                .uri(path, intentId)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(ProviderIntent.class);
    }

    /** An intent stays in the currency in which it was opened, so no other than the order's is ever charged. */
    private static @Nullable ProviderIntent inCurrency(String currency, @Nullable ProviderIntent opened) {
        if (opened != null && !opened.currency().equals(currency)) {
            log.error("the payment provider opened {} in {}, not in {}", opened.id(), opened.currency(), currency);
            return null;
        }
        return opened;
    }

    private Answer ask(Supplier<@Nullable ProviderIntent> call) {
        try {
            return breaker.executeSupplier(() -> answer(call));
        } catch (RestClientException | CallNotPermittedException away) {
            log.warn("no answer from the payment provider: {}", away.getClass().getSimpleName());
            return new Unknown();
        }
    }

    private static Answer answer(Supplier<@Nullable ProviderIntent> call) {
        try {
            var intent = call.get();
            return intent == null ? new Unknown() : new Known(intent.intent());
        } catch (RestClientResponseException refusal) {
            return answer(refusal);
        }
    }

    private static Answer answer(RestClientResponseException refusal) {
        var status = refusal.getStatusCode().value();
        if (REFUSALS.contains(status)) {
            return new Refused(code(refusal));
        }
        if (status == 404) {
            return new Unknown();
        }
        throw refusal;
    }

    private static String code(RestClientResponseException refusal) {
        try {
            var problem = refusal.getResponseBodyAs(Problem.class);
            return problem == null ? "refused" : Objects.requireNonNullElse(problem.code(), "refused");
        } catch (RestClientException _) {
            return "refused";
        }
    }
}
