package io.nearstock.local.demo.retail;

import java.math.BigDecimal;

/**
 * One line of the file, as it stands there.
 *
 * @param row counts from 1, the header not counted
 * @param invoice starts with {@code C} when it cancels
 * @param quantity negative for returns and write-offs
 * @param unitPrice pounds; zero or negative in adjustments
 * @param customer empty for about a quarter of the lines
 */
public record InvoiceLine(
        long row,
        String invoice,
        String stockCode,
        String description,
        int quantity,
        BigDecimal unitPrice,
        String customer,
        String country) {

    /** Products have five digits and at most two letters; postage, fees and corrections have other codes. */
    boolean namesAProduct() {
        return stockCode.matches("\\d{5}[A-Za-z]{0,2}");
    }
}
