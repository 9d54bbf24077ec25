package io.nearstock.local.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * What of the file is replayed.
 *
 * @param file in the columns of UCI Online Retail
 * @param customers how many sign up at most
 * @param invoices how many sales are replayed at most
 * @param dataOnly whether to stop once hubs, products and stock are there
 */
record DemoOptions(Path file, int customers, int invoices, boolean dataOnly) {

    static final String USAGE = "usage: demo [--file PATH] [--customers N] [--invoices N] [--data-only]";

    static DemoOptions of(List<String> arguments) {
        var options = new DemoOptions(shipped(), 200, 300, false);
        var left = arguments.iterator();
        while (left.hasNext()) {
            options = switch (left.next()) {
                case "--file" ->
                    new DemoOptions(Path.of(left.next()), options.customers, options.invoices, options.dataOnly);
                case "--customers" ->
                    new DemoOptions(options.file, Integer.parseInt(left.next()), options.invoices, options.dataOnly);
                case "--invoices" ->
                    new DemoOptions(options.file, options.customers, Integer.parseInt(left.next()), options.dataOnly);
                case "--data-only" -> new DemoOptions(options.file, options.customers, options.invoices, true);
                case String unknown -> throw new IllegalArgumentException(unknown + " is not known\n" + USAGE);
            };
        }
        return options;
    }

    private static Path shipped() {
        return Path.of(System.getProperty("nearstock.root", ""), "deploy/local/demo/data/online_retail_2010-12.csv.gz");
    }
}
