package io.nearstock.order.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.order.Inventory;
import io.nearstock.order.Inventory.Authenticity;
import io.nearstock.order.Orders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the goods in a customer's hand are those that were sold to him. */
@RestController
final class AuthenticityController {

    /**
     * What a code is worth.
     *
     * @param genuine whether its supplier's goods carry it, and these were sent to this order
     * @param verdict why not: {@code other_order} where they were sent to somebody else, {@code not_sold} where they left for
     *     nobody, so the code was copied; {@code forged} where nobody signed it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuthenticityView(
            boolean genuine,
            String verdict,
            @Nullable String sku,
            @Nullable String lot,
            @Nullable String serial) {

        static AuthenticityView of(Authenticity found) {
            var isGenuine = found.verdict().equals("genuine");
            return new AuthenticityView(isGenuine, found.verdict(), found.sku(), found.lot(), found.serial());
        }
    }

    /** What is no code is not worth a question: nobody may make the stock look as if it were away. */
    private static final Pattern CODE = Pattern.compile("[\\w-]{1,800}\\.[\\w-]{1,100}");

    private static final Authenticity FORGED = new Authenticity("forged", null, null, null);

    private final Orders orders;
    private final Inventory inventory;

    AuthenticityController(Orders orders, Inventory inventory) {
        this.orders = orders;
        this.inventory = inventory;
    }

    /** Of one's own order. */
    @GetMapping("/api/authenticity/{code}")
    AuthenticityView check(@PathVariable String code, @RequestParam String orderId, Caller caller) {
        var order = orders.of(caller, orderId);
        var found = CODE.matcher(code).matches() ? inventory.authenticity(code, order.id()) : Optional.of(FORGED);
        return found.map(AuthenticityView::of).orElseThrow(() -> new UnavailableException(Duration.ofSeconds(2)));
    }
}
