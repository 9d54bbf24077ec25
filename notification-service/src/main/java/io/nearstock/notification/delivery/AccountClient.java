package io.nearstock.notification.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What account-service tells other services about an account. */
@FeignClient(name = "account-service", path = "/internal/accounts")
interface AccountClient {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(String email, @Nullable String displayName, String locale, boolean verified) {}

    /** An address to be proven, or whose owner forgot the password, with the secret that proves it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Request(String email, String locale, String token, Instant expiresAt) {}

    @GetMapping("/{id}/contact")
    Contact contact(@PathVariable("id") String id);

    @GetMapping("/{id}/verifications/{requestId}")
    Request verification(@PathVariable("id") String id, @PathVariable("requestId") String requestId);

    @GetMapping("/{id}/password-resets/{requestId}")
    Request passwordReset(@PathVariable("id") String id, @PathVariable("requestId") String requestId);
}
