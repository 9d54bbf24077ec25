package io.nearstock.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/orders/ord_1",
                "/api/products/",
                "/api/cart/items/85123A.B-1",
                "/api/cart/items/...",
                "/.well-known/openid-configuration",
                "/api/cart/items/T%20LIGHT%C3%A9"
            })
    void letsInWhatMeansTheSameEverywhere(String path) {
        assertThat(Door.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders/../../internal/holds",
                "/api/orders/./x",
                "/api/orders/..",
                "/api/orders/.",
                "/api//orders",
                "//internal",
                "/api/orders/%2e%2e/internal",
                "/api/orders/%2E./internal",
                "/api/orders/..%2finternal",
                "/api/orders/..%5Cinternal",
                "/api/orders/%252e%252e/internal",
                "/api/orders/..;/internal",
                "/api/orders;x=1/y",
                "/api/orders/%3b",
                "/api/orders\\..\\internal",
                "/api/orders/%00",
                "/api/orders/%0a",
                "/api/orders/%",
                "/api/orders/%4",
                "/api/orders/%zz"
            })
    void keepsOutWhatAServiceMightReadDifferently(String path) {
        assertThat(Door.isPlain(path)).isFalse();
    }
}
