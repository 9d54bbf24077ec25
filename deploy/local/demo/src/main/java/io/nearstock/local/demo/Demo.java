package io.nearstock.local.demo;

import io.nearstock.local.demo.retail.RetailFile;
import io.nearstock.local.demo.retail.RetailMonth;
import io.nearstock.local.demo.shop.Shop;
import io.nearstock.local.demo.shop.Stack;
import io.nearstock.local.demo.shop.UnexpectedAnswerException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;

/** Imports the catalogue, opens hubs, receives stock, replays invoices as orders, and checks what came of it. */
final class Demo {

    private final Screen screen = new Screen(System.out);
    private final Stack stack = Stack.running();
    private final Shop everybody = Shop.anonymous(stack.gateway());
    private final Shop staff = everybody.as(stack.signIn(everybody, "staff"));

    private Demo() {}

    public static void main(String[] arguments) {
        try {
            new Demo().run(DemoOptions.of(List.of(arguments)));
        } catch (UnexpectedAnswerException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException
                | NoSuchElementException failure) {
            new Screen(System.err).line("demo: " + failure.getMessage());
            System.exit(1);
        }
    }

    private void run(DemoOptions options) {
        var month = RetailMonth.of(new RetailFile(options.file()));
        var imported = new ImportCatalogue(staff, screen).of(month);
        var hubs = new OpenHubs(staff, screen).open();
        new ReceiveStock(staff, screen).of(month, hubs, imported.refusedSkus());
        if (options.dataOnly()) {
            return;
        }
        replay(month, imported, options);
    }

    private void replay(RetailMonth month, ImportedCatalogue imported, DemoOptions options) {
        var invoices = month.first(options.customers(), options.invoices());
        var customers = new SignUpCustomers(everybody, stack, screen).whoBought(invoices);
        var tally = new ReplayInvoices(customers, imported.refusedSkus(), screen).of(invoices);
        new DeliverOrders(staff, screen).of(tally.confirmed());
        var audit = new Audit(everybody, staff, stack, screen);
        var report = new Report(screen);
        report.print(month, imported, tally, customers.size());
        if (!report.print(audit.of(tally, customers, month))) {
            System.exit(1);
        }
    }
}
