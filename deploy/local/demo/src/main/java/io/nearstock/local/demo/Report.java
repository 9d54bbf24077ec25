package io.nearstock.local.demo;

import io.nearstock.local.demo.retail.RetailMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The table at the end. */
final class Report {

    private final Screen screen;

    Report(Screen screen) {
        this.screen = screen;
    }

    void print(RetailMonth month, ImportedCatalogue imported, Tally tally, int customers) {
        screen.line("\nCatalogue");
        screen.row("products imported", imported.processed() - imported.failed());
        screen.row("products refused", imported.failed());
        reasons(imported.refused());
        rows("lines of the file left out", month.leftOut());
        screen.line("\nOrders");
        screen.row("customers signed up", customers);
        screen.row("confirmed", tally.confirmed().size() + tally.cancelled().size());
        screen.row("of these cancelled and refunded", tally.cancelled().size());
        rows("refused", tally.refused());
    }

    private void rows(String name, Map<String, Integer> reasons) {
        screen.row(name, reasons.values().stream().mapToInt(Integer::intValue).sum());
        reasons(reasons);
    }

    /** One product or invoice may have several. */
    private void reasons(Map<String, Integer> reasons) {
        new TreeMap<>(reasons).forEach((reason, count) -> screen.row("  " + reason, count));
    }

    /** Whether everything agreed. */
    boolean print(AuditResult audit) {
        screen.row("delivered and completed", audit.completed());
        screen.row("units moved", audit.units());
        screen.row("order mails sent", audit.mails() + " of " + audit.mailsDue() + " due");
        screen.line("\nLearned: who buys this often buys that");
        audit.learned().forEach(pair -> screen.line("  " + pair));
        screen.line("\nChecks");
        screen.row("stock ledger", verdict(audit.rows() + " rows replayed", audit.wrongRows()));
        screen.row(
                "money, against the provider's own ledger",
                verdict(pounds(audit.taken()), audit.wrongOrders().size()));
        return audit.clean();
    }

    private static String verdict(String what, long wrong) {
        return wrong == 0 ? what + ", all agree" : what + ", " + wrong + " DIFFER";
    }

    private static String pounds(long pence) {
        return String.format(Locale.ROOT, "GBP %,d.%02d kept", pence / 100, pence % 100);
    }
}
