package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.holder;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.Transition.Repetition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTests {

    private final ProductDetails dearer =
            new ProductDetails("Holder", null, null, "home", new Money(300, "GBP"), Map.of());

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        a product that is | answers the same details by | other details by | discontinue by
        active            | repetition                  | active           | discontinued
        discontinued      | active                      | active           | repetition
        """)
    void everyStateAnswersEveryCommand(String state, String same, String other, String discontinue) {
        var active = offeredHolder().product();
        var product = state.equals("active") ? active : active.discontinue(NOW).product();

        assertThat(answer(product.describe(holder(), NOW))).isEqualTo(same);
        assertThat(answer(product.describe(dearer, NOW))).isEqualTo(other);
        assertThat(answer(product.discontinue(NOW))).isEqualTo(discontinue);
    }

    private static String answer(Transition transition) {
        return switch (transition) {
            case Progress(var product) -> product.status().wireName();
            case Repetition _ -> "repetition";
        };
    }

    @Test
    void becomesTheNextVersionByProgress() {
        var product = offeredHolder().product();

        assertThat(product.describe(dearer, NOW).product().version()).isEqualTo(product.version() + 1);
        assertThat(product.describe(holder(), NOW).product()).isSameAs(product);
    }
}
