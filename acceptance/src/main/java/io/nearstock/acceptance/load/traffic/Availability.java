package io.nearstock.acceptance.load.traffic;

import io.nearstock.acceptance.load.wire.Request;
import java.util.List;

/** Where is it, how far is that, and when could it be here. */
public record Availability(List<String> skus) implements Scenario {

    @Override
    public String name() {
        return "availability";
    }

    @Override
    public boolean perform(Visitor visitor) {
        var question = "/api/availability?near=51.51,-0.13&skus=" + visitor.any(skus);
        return visitor.ask(Request.get(question)).status() == 200;
    }
}
