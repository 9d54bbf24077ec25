package io.nearstock.catalog.quote;

import io.nearstock.catalog.Money;
import java.util.List;

/** What a basket costs now; the total is the sum of its lines. */
record Quote(List<QuoteLine> lines, Money total) {

    static Quote of(List<QuoteLine> lines) {
        return new Quote(
                lines, lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow());
    }
}
