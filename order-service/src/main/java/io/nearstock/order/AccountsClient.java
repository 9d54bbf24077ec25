package io.nearstock.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What this service asks of account-service; platform/contracts holds the bodies still. */
@FeignClient("account-service")
interface AccountsClient {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AddressAnswer(
            String line1, @Nullable String line2, String city, String postcode, String country, GeoPoint position) {

        Address address() {
            return new Address(line1, line2, city, postcode, country, position);
        }
    }

    @GetMapping("/internal/accounts/{id}/addresses/{label}")
    AddressAnswer address(@PathVariable("id") String id, @PathVariable("label") String label);
}
