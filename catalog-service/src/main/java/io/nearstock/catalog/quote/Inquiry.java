package io.nearstock.catalog.quote;

import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who wants what.
 *
 * @param currency in which it is to be paid; null for the catalogue's
 */
record Inquiry(
        List<Wanted> lines,
        @Nullable String coupon,
        @Nullable String customerId,
        @Nullable String currency) {

    /** What a line asks for, as a refusal names it. */
    Map<String, Object> named(int line) {
        return Map.of("sku", lines.get(line).sku());
    }

    /** Those of some products, counted from 0. */
    List<Integer> linesOf(Predicate<String> sku) {
        return IntStream.range(0, lines.size())
                .filter(line -> sku.test(lines.get(line).sku()))
                .boxed()
                .toList();
    }
}
