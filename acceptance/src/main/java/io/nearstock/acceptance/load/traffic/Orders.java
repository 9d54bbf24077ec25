package io.nearstock.acceptance.load.traffic;

import io.nearstock.acceptance.load.wire.Request;
import java.util.List;

/** From checkout to confirmed: two requests, one line, paid in full by card. */
public record Orders(List<String> skus) implements Scenario {

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public boolean perform(Visitor visitor) {
        var checkout = visitor.askSignedIn(checkoutOf(visitor.any(skus)));
        if (checkout.status() != 201) {
            return false;
        }
        var order = visitor.askSignedIn(orderOf(checkout.text("id")));
        return order.status() == 201 && order.text("status").equals("confirmed");
    }

    static Request checkoutOf(String sku) {
        return Request.post("/api/checkouts", """
            {"lines":[{"sku":"%s","quantity":1}],"address":{"line1":"12 Harbour Street","city":"London",\
            "postcode":"E16 1AA","country":"GB","position":{"type":"Point","coordinates":[0.03,51.51]}}}\
            """.formatted(sku));
    }

    private static Request orderOf(String checkoutId) {
        return Request.post("/api/orders", """
            {"checkoutId":"%s","payment":{"method":"card","token":"tok_visa","plan":"full"}}\
            """.formatted(checkoutId));
    }
}
