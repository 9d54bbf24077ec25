package io.nearstock.local.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.nearstock.local.demo.Tally.Bought;
import io.nearstock.local.demo.retail.Invoice;
import io.nearstock.local.demo.retail.Place;
import io.nearstock.local.demo.shop.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Places each sale as an order and cancels what was given back; each customer's invoices in their own order. */
final class ReplayInvoices {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, Customer> customers;
    private final Set<String> refusedSkus;
    private final Screen screen;
    private final Tally tally = new Tally();

    ReplayInvoices(Map<String, Customer> customers, Set<String> refusedSkus, Screen screen) {
        this.customers = customers;
        this.refusedSkus = refusedSkus;
        this.screen = screen;
    }

    Tally of(List<Invoice> invoices) {
        var byCustomer = invoices.stream().collect(groupingBy(Invoice::customer, LinkedHashMap::new, toList()));
        Crowd.each(byCustomer.values(), own -> replay(own, invoices.size()));
        return tally;
    }

    private void replay(List<Invoice> invoices, int total) {
        var bought = new ArrayList<Bought>();
        for (var invoice : invoices) {
            if (invoice.cancellation()) {
                giveBack(invoice, bought);
            } else {
                buy(invoice, bought);
            }
            var orders = tally.confirmed().size();
            screen.progress("replaying invoices", tally.next(), total, orders + " orders stand confirmed");
        }
    }

    private void buy(Invoice invoice, List<Bought> bought) {
        var customer = customers.get(invoice.customer());
        var lines = lines(invoice);
        if (customer == null || lines.isEmpty()) {
            tally.refuse("nothing on the invoice is sold here");
            return;
        }
        var answer = customer.shop().post("/api/orders", order(invoice, lines), "demo-" + invoice.number());
        switch (answer.status()) {
            case 201, 202 -> {
                var order = new Bought(answer.text("/id"), customer, invoice);
                confirm(order, bought, answer.isReplayed());
            }
            case 402, 409, 422 -> tally.refuse(answer.text("/code"));
            default -> answer.expect(201);
        }
    }

    /** An order of an earlier run may have been cancelled in that run, as it will be in this one. */
    private void confirm(Bought order, List<Bought> bought, boolean replayed) {
        var cancelled = await(order, "placed").equals("cancelled");
        if (cancelled && !replayed) {
            tally.refuse("cancelled by the shop");
            return;
        }
        bought.add(order);
        if (cancelled) {
            tally.cancel(order);
        } else {
            tally.confirm(order);
        }
    }

    /** Cancels the customer's latest order that holds all that is given back; the shop cancels whole orders only. */
    private void giveBack(Invoice cancellation, List<Bought> bought) {
        var order = bought.reversed().stream()
                .filter(candidate -> candidate.invoice().covers(cancellation))
                .findFirst();
        if (order.isEmpty()) {
            tally.refuse("given back, but bought before the file begins");
            return;
        }
        cancel(order.get());
        bought.remove(order.get());
    }

    private void cancel(Bought order) {
        var path = "/api/orders/" + order.orderId() + "/cancel";
        var key = "demo-cancel-" + order.invoice().number();
        var answer = order.customer().shop().post(path, Map.of("reason", "changed my mind"), key);
        if (answer.status() == 409) {
            tally.refuse(answer.text("/code"));
            return;
        }
        answer.expect(200, 202);
        await(order, "cancel_pending");
        tally.cancel(order);
    }

    /** The order's status once it is no longer this one. */
    private static String await(Bought order, String passing) {
        var shop = order.customer().shop();
        var answer = Polling.until(
                PATIENCE,
                () -> shop.get("/api/orders/" + order.orderId()).expect(200),
                (Answer seen) -> !seen.text("/status").equals(passing));
        return answer.text("/status");
    }

    private List<Map<String, Object>> lines(Invoice invoice) {
        var lines = new ArrayList<Map<String, Object>>();
        invoice.quantities().forEach((sku, quantity) -> {
            if (!refusedSkus.contains(sku)) {
                lines.add(Map.of("sku", sku, "quantity", quantity));
            }
        });
        return lines;
    }

    private static Map<String, Object> order(Invoice invoice, List<Map<String, Object>> lines) {
        var place = Place.of(invoice);
        var position = Map.of("type", "Point", "coordinates", List.of(place.longitude(), place.latitude()));
        var address = Map.of(
                "line1",
                "1 Market Square",
                "city",
                place.town(),
                "postcode",
                "10000",
                "country",
                place.country(),
                "position",
                position);
        var payment = Map.of("method", "card", "token", "tok_visa", "plan", "full");
        return Map.of("lines", lines, "address", address, "payment", payment);
    }
}
