package io.nearstock.notification.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import feign.FeignException;
import io.nearstock.notification.delivery.AccountClient.Contact;
import io.nearstock.notification.delivery.AccountClient.Request;
import io.nearstock.notification.delivery.Answer.Found;
import io.nearstock.notification.delivery.Answer.Gone;
import io.nearstock.notification.delivery.Answer.Unavailable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks account-service through a circuit breaker; the client's timeouts bound each question, and nothing is asked twice
 * here, because the notification that needs the answer comes again. Contacts are remembered for a minute, so an erased
 * account gets no mail later than that.
 */
@Component
class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final AccountClient client;
    private final CircuitBreaker breaker;
    private final Cache<String, Contact> contacts = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    Accounts(AccountClient client, CircuitBreakerFactory<?, ?> breakers) {
        this.client = client;
        this.breaker = breakers.create("account-service");
    }

    Answer<Contact> contact(String accountId) {
        var known = contacts.getIfPresent(accountId);
        if (known != null) {
            return new Found<>(known);
        }
        var answer = ask(() -> client.contact(accountId));
        if (answer instanceof Found(var contact)) {
            contacts.put(accountId, contact);
        }
        return answer;
    }

    /** Never remembered: it holds a secret. */
    Answer<Request> verification(String accountId, String requestId) {
        return ask(() -> client.verification(accountId, requestId));
    }

    /** Never remembered: it holds a secret. */
    Answer<Request> passwordReset(String accountId, String requestId) {
        return ask(() -> client.passwordReset(accountId, requestId));
    }

    private <T> Answer<T> ask(Supplier<T> question) {
        return breaker.run(
                () -> {
                    try {
                        return new Found<>(question.get());
                    } catch (FeignException.NotFound | FeignException.Gone _) {
                        return new Gone<>();
                    }
                },
                failure -> {
                    LOG.warn("account-service does not answer: {}", kindOf(failure));
                    return new Unavailable<>();
                });
    }

    /** Without its message, which may quote what was asked. */
    private static String kindOf(@Nullable Throwable failure) {
        return failure == null ? "no reason" : failure.getClass().getSimpleName();
    }
}
