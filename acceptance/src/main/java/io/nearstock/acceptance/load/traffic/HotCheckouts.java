package io.nearstock.acceptance.load.traffic;

/** Everybody wants the same product; each holds a unit of it. */
public record HotCheckouts(String sku) implements Scenario {

    @Override
    public String name() {
        return "checkouts of one SKU";
    }

    @Override
    public boolean perform(Visitor visitor) {
        return visitor.askSignedIn(Orders.checkoutOf(sku)).status() == 201;
    }
}
