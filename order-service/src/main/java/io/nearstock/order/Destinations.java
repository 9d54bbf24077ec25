package io.nearstock.order;

import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.order.Accounts.Lookup.Found;
import io.nearstock.order.Accounts.Lookup.Unavailable;
import io.nearstock.order.Accounts.Lookup.Unknown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds out where an order shall go: the address that a request spells out, or one of the customer's address book. */
@Component
public class Destinations {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Accounts accounts;

    Destinations(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The address; exactly one of the two is to be given.
     *
     * @throws UnmetRequestException 422 when neither or both are, or the customer has no address of this label
     * @throws UnavailableException when the address book is away
     */
    public Address of(String customerId, @Nullable AddressRequest address, @Nullable String label) {
        if (address != null && label == null) {
            return address.address();
        }
        if (address != null || label == null) {
            throw unmet("address_required", "/address", "Either address or addressLabel is needed.");
        }
        return switch (accounts.address(customerId, label)) {
            case Found(var found) -> found;
            case Unknown() -> throw unmet("unknown_address", "/addressLabel", "You have no address of this label.");
            case Unavailable() -> throw new UnavailableException(PAUSE);
        };
    }

    private static UnmetRequestException unmet(String code, String pointer, String detail) {
        return new UnmetRequestException(HttpStatus.UNPROCESSABLE_CONTENT, code, pointer, detail);
    }
}
