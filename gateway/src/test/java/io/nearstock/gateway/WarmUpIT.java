package io.nearstock.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@GatewayTest
class WarmUpIT {

    private final WarmUp warmUp;

    WarmUpIT(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Test
    void asksWhoIsThere() {
        var before = Backends.ORDERS.requests();

        warmUp.start();

        assertThat(Backends.ORDERS.requests()).isGreaterThan(before);
    }
}
