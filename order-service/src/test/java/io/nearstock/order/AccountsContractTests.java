package io.nearstock.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.order.Accounts.Lookup;
import io.nearstock.order.AccountsClient.AddressAnswer;
import io.nearstock.testkit.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Acts on what the contracts let account-service answer. */
class AccountsContractTests {

    private final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();

    @Test
    void readsAnAddressOfTheAddressBook() {
        var accounts = new Accounts(
                (_, _) -> strict.readValue(Contracts.call("account-address.response"), AddressAnswer.class), breakers);

        assertThat(accounts.address("acc_1", "home"))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.address().city()).isEqualTo("Cambridge"));
    }
}
