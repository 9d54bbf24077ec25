package io.nearstock.acceptance.load.traffic;

import io.nearstock.acceptance.load.wire.Request;
import java.util.List;

public record ProductPages(List<String> productIds) implements Scenario {

    @Override
    public String name() {
        return "product page";
    }

    @Override
    public boolean perform(Visitor visitor) {
        return visitor.ask(Request.get("/api/products/" + visitor.any(productIds)))
                        .status()
                == 200;
    }
}
