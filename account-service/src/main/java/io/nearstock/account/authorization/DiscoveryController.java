package io.nearstock.account.authorization;

import static org.springframework.http.HttpStatus.CREATED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells programs where to get a token and the keys, and lets administrators change the key. */
@RestController
final class DiscoveryController {

    private final AuthorizationSettings settings;
    private final SigningKeys keys;

    DiscoveryController(AuthorizationSettings settings, SigningKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** What is offered, not all that the standard knows: there is no authorization endpoint yet. */
    @GetMapping("/.well-known/openid-configuration")
    ResponseEntity<Map<String, Object>> configuration() {
        var offered = Map.<String, Object>of(
                "issuer", settings.issuer(),
                "token_endpoint", settings.publicUrl() + "/oauth2/token",
                "jwks_uri", settings.publicUrl() + "/oauth2/jwks",
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of(),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(offered);
    }

    @PostMapping("/api/admin/signing-keys")
    @ResponseStatus(CREATED)
    Map<String, String> rotate() {
        return Map.of("kid", keys.rotate());
    }
}
