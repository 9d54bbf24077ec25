package io.nearstock.order.payment;

import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Problems;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.order.Orders;
import io.nearstock.order.Settlement;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears from the provider. The same news may come often, late and in any order: the order knows what is new. */
@RestController
final class CallbackController {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Callback(String type, @Nullable ProviderIntent intent) {}

    private final CallbackSignature signature;
    private final Orders orders;
    private final Settlement settlement;
    private final JsonMapper json;
    private final Clock clock;

    CallbackController(
            CallbackSignature signature, Orders orders, Settlement settlement, JsonMapper json, Clock clock) {
        this.signature = signature;
        this.orders = orders;
        this.settlement = settlement;
        this.json = json;
        this.clock = clock;
    }

    /** An order that is not known, or not yet, is no error: the sweeper asks the provider by itself. */
    @PostMapping("/api/payment-callbacks/sandbox")
    @Answers({"204", "401 invalid_signature"})
    ResponseEntity<?> callback(
            @RequestHeader("webhook-id") String id,
            @RequestHeader("webhook-timestamp") String timestamp,
            @RequestHeader("webhook-signature") String signatures,
            @RequestBody String body) {
        if (!signature.isGood(id, timestamp, signatures, body, clock.instant())) {
            return Problems.refused(UNAUTHORIZED, "invalid_signature", "The signature does not fit.");
        }
        var intent = read(body).intent();
        if (intent != null) {
            orders.find(intent.reference())
                    .ifPresent(order -> settlement.advance(settlement.see(order, intent.intent())));
        }
        return ResponseEntity.noContent().build();
    }

    private Callback read(String body) {
        try {
            return json.readValue(body, Callback.class);
        } catch (JacksonException _) {
            throw new UnmetRequestException(
                    HttpStatus.BAD_REQUEST, "malformed_body", "/", "The body is no callback of the provider.");
        }
    }
}
