package io.nearstock.acceptance.load.traffic;

import io.nearstock.acceptance.load.wire.Request;

/** A word and two or three filters, as a shopper narrows a list; some want it near, some sort by price. */
public record Search() implements Scenario {

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean perform(Visitor visitor) {
        var reply = visitor.ask(Request.get("/api/products?q=" + visitor.any(Assortment.NOUNS) + filters(visitor)));
        return reply.status() == 200 && reply.body().startsWith("{\"items\":[");
    }

    private static String filters(Visitor visitor) {
        return switch (visitor.number(4)) {
            case 0 -> "&category=" + visitor.any(Assortment.CATEGORIES) + "&maxPrice=" + (2000 + visitor.number(8000));
            case 1 -> "&attr.colour=" + visitor.any(Assortment.COLOURS) + "&inStock=true&sort=price";
            case 2 -> "&inStock=true&near=51.51,-0.1" + visitor.number(10) + "&radiusKm=50";
            default -> "&brand=" + visitor.any(Assortment.BRANDS) + "&minPrice=" + visitor.number(3000);
        };
    }
}
