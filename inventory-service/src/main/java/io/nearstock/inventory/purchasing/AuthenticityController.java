package io.nearstock.inventory.purchasing;

import io.nearstock.inventory.AuthenticityCodes;
import io.nearstock.inventory.AuthenticityCodes.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class AuthenticityController {

    /**
     * What a code is worth.
     *
     * @param origin what it says; null where it was forged
     */
    record CodeView(boolean genuine, @Nullable Origin origin) {}

    private final AuthenticityCodes codes;

    AuthenticityController(AuthenticityCodes codes) {
        this.codes = codes;
    }

    @GetMapping("/api/purchase-orders/authenticity/{code}")
    CodeView check(@PathVariable String code) {
        var origin = codes.check(code);
        return new CodeView(origin.isPresent(), origin.orElse(null));
    }
}
