package io.nearstock.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Opinion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspicionTests {

    @ParameterizedTest
    @CsvSource({
        "Cheaper at https://example.org/x, link",
        "look at my-shop.com for more, link",
        "write to me: jo.doe+shop@example.invalid, personal_data",
        "call 020 7946 0958 and ask, personal_data",
        "The seller is an IDIOT, abuse",
    })
    void isRaised(String text, String flag) {
        assertThat(Suspicion.of(new Opinion(1, null, text))).isEqualTo(List.of(flag));
    }

    @ParameterizedTest
    @CsvSource({
        "'I am 5''4, 130 lbs, wear a 34b and bought 2 for 49.99'",
        "Shipped in 2025.I like it. Scunthorpe and assess are fine",
        "Ordered on 2026-11-01",
    })
    void isNotRaisedByOrdinaryWords(String text) {
        assertThat(Suspicion.of(new Opinion(5, "Nice...really", text))).isEmpty();
    }
}
