package io.nearstock.local.demo.retail;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a whole file adds up to: products, invoices, units sold of each product, and the lines left out by reason. */
public final class RetailMonth {

    private final Map<String, RetailProduct> products = new LinkedHashMap<>();
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Map<String, Integer> sold = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    private RetailMonth() {}

    public static RetailMonth of(RetailFile file) {
        var month = new RetailMonth();
        file.forEachLine(month::read);
        return month;
    }

    /** Each stock code once: the first line that a shop could sell it by, else its first line. */
    public Collection<RetailProduct> products() {
        return products.values();
    }

    /** The invoices of known customers in the order of the file, those without a usable line left out. */
    public List<Invoice> invoices() {
        return invoices.values().stream()
                .filter(not(invoice -> invoice.quantities().isEmpty()))
                .toList();
    }

    /** Units sold, by stock code. */
    public Map<String, Integer> sold() {
        return sold;
    }

    /** How many lines were left out, by reason. */
    public Map<String, Integer> leftOut() {
        return leftOut;
    }

    private void read(InvoiceLine line) {
        if (!line.namesAProduct()) {
            leaveOut("the stock code is no product");
            return;
        }
        keep(line);
        if (line.customer().isEmpty()) {
            leaveOut("no customer is named");
        } else if (line.quantity() < 0 != line.invoice().startsWith("C")) {
            leaveOut("the quantity contradicts the invoice");
        } else if (line.unitPrice().signum() <= 0) {
            leaveOut("the price is not above zero");
        } else {
            add(line);
        }
    }

    private void keep(InvoiceLine line) {
        var product = new RetailProduct(
                line.row(),
                line.stockCode(),
                line.description(),
                line.unitPrice().movePointRight(2).longValue());
        products.merge(line.stockCode(), product, (known, other) -> known.sellable() ? known : better(known, other));
    }

    private static RetailProduct better(RetailProduct known, RetailProduct other) {
        return other.sellable() ? other : known;
    }

    private void add(InvoiceLine line) {
        var quantity = Math.abs(line.quantity());
        invoices.computeIfAbsent(line.invoice(), number -> empty(number, line))
                .quantities()
                .merge(line.stockCode(), quantity, Integer::sum);
        if (line.quantity() > 0) {
            sold.merge(line.stockCode(), quantity, Integer::sum);
        }
    }

    private static Invoice empty(String number, InvoiceLine line) {
        return new Invoice(number, number.startsWith("C"), line.customer(), line.country(), new LinkedHashMap<>());
    }

    private void leaveOut(String reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    /** The first {@code invoices} sales of the first {@code customers} customers, and what these gave back meanwhile. */
    public List<Invoice> first(int customers, int invoices) {
        var chosen = new ArrayList<Invoice>();
        var known = new ArrayList<String>();
        var sales = 0;
        for (var invoice : invoices()) {
            if (sales == invoices) {
                break;
            }
            if (!known.contains(invoice.customer()) && !invoice.cancellation() && known.size() < customers) {
                known.add(invoice.customer());
            }
            if (known.contains(invoice.customer())) {
                chosen.add(invoice);
                sales += invoice.cancellation() ? 0 : 1;
            }
        }
        return chosen;
    }

    /** The stock codes that sell most, most first. */
    public List<String> favourites(int limit) {
        return sold.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
