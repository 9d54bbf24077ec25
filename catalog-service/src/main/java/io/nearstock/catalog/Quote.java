package io.nearstock.catalog;

import java.util.List;

/** What a basket costs now; the total is the sum of its lines. */
public record Quote(List<QuoteLine> lines, Money total) {

    public static Quote of(List<QuoteLine> lines) {
        return new Quote(
                lines, lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow());
    }
}
