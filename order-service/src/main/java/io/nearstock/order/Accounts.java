package io.nearstock.order;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.order.Accounts.Lookup.Found;
import io.nearstock.order.Accounts.Lookup.Unknown;
import org.springframework.stereotype.Component;

/** The customers' address books, which account-service keeps. */
@Component
public class Accounts {

    public sealed interface Lookup {

        record Found(Address address) implements Lookup {}

        record Unknown() implements Lookup {}

        record Unavailable() implements Lookup {}
    }

    private final AccountsClient client;
    private final Neighbour accounts;

    Accounts(AccountsClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.accounts = new Neighbour("account-service", breakers);
    }

    public Lookup address(String customerId, String label) {
        return accounts.call(() -> lookUp(customerId, label)).orElseGet(Lookup.Unavailable::new);
    }

    private Lookup lookUp(String customerId, String label) {
        try {
            return new Found(client.address(customerId, label).address());
        } catch (FeignException.NotFound _) {
            return new Unknown();
        }
    }
}
