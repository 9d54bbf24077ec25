package io.nearstock.local.demo;

import static java.util.stream.Collectors.groupingBy;

import io.nearstock.local.demo.Tally.Bought;
import io.nearstock.local.demo.retail.RetailMonth;
import io.nearstock.local.demo.shop.Answer;
import io.nearstock.local.demo.shop.Shop;
import io.nearstock.local.demo.shop.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Asks the provider's ledger, the mailbox and the stock ledger whether they tell the same story as the shop. */
final class Audit {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The stock ledger: how many rows it has, and of how many it says something else than they do. */
    private record Books(long rows, int differences) {}

    private final Shop everybody;
    private final Shop staff;
    private final Stack stack;
    private final Screen screen;
    private final LongAdder completed = new LongAdder();
    private final LongAdder units = new LongAdder();
    private final LongAdder taken = new LongAdder();
    private final ConcurrentLinkedQueue<String> wrongOrders = new ConcurrentLinkedQueue<>();

    Audit(Shop everybody, Shop staff, Stack stack, Screen screen) {
        this.everybody = everybody;
        this.staff = staff;
        this.stack = stack;
        this.screen = screen;
    }

    AuditResult of(Tally tally, Map<String, Customer> customers, RetailMonth month) {
        var orders = Stream.concat(tally.confirmed().stream(), tally.cancelled().stream())
                .toList();
        Crowd.each(orders, this::check);
        var due = tally.confirmed().size() + 2L * tally.cancelled().size();
        var mails = mails(orders, due);
        var stock = Polling.until(PATIENCE, this::stock, books -> books.differences() == 0);
        return new AuditResult(
                completed.sum(),
                units.sum(),
                mails,
                due,
                learned(month),
                stock.rows(),
                stock.differences(),
                taken.sum(),
                List.copyOf(wrongOrders));
    }

    /** Told part by part. */
    private Books stock() {
        var rows = 0L;
        var differences = 0;
        var next = "";
        do {
            var part = staff.get("/api/stock/audit" + next).expect(200);
            rows += part.number("/rows");
            differences += part.body().path("differences").size();
            next = "?cursor=" + part.body().path("nextCursor").asString("");
        } while (!next.endsWith("="));
        return new Books(rows, differences);
    }

    private void check(Bought bought) {
        var order = staff.get("/api/orders/" + bought.orderId()).expect(200);
        var provider = provider(bought.orderId());
        taken.add(provider);
        if (order.text("/status").equals("completed")) {
            completed.increment();
            units.add(bought.invoice().units());
        }
        if (provider != minor(order, "captured") - minor(order, "refunded")) {
            wrongOrders.add(bought.orderId());
        }
    }

    private static long minor(Answer order, String what) {
        return order.number("/payment/" + what + "/amount");
    }

    private long provider(String reference) {
        var ledger = everybody
                .look(URI.create(stack.payments() + "/ledger?reference=" + reference))
                .expect(200);
        return entries(ledger.body()).mapToLong(Audit::movement).sum();
    }

    private static long movement(JsonNode entry) {
        var amount = entry.path("amount").asLong();
        return switch (entry.path("kind").asString()) {
            case "capture" -> amount;
            case "refund" -> -amount;
            default -> 0;
        };
    }

    private static Stream<JsonNode> entries(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Counts each mail that names an order of the customer's; sign-up mails name none. */
    private long mails(List<Bought> orders, long due) {
        var byCustomer = orders.stream().collect(groupingBy(Bought::customer));
        return Polling.until(PATIENCE, () -> count(byCustomer, due), seen -> seen >= due);
    }

    private long count(Map<Customer, List<Bought>> byCustomer, long due) {
        var found = new LongAdder();
        Crowd.each(byCustomer.entrySet(), entry -> found.add(inbox(entry.getKey(), entry.getValue())));
        screen.progress("reading mailboxes", found.sum(), due, "");
        return found.sum();
    }

    private long inbox(Customer customer, List<Bought> orders) {
        var inbox = everybody
                .look(URI.create(stack.mailbox() + "/messages?to=" + customer.email()))
                .expect(200);
        return entries(inbox.body())
                .map(mail -> mail.path("text").asString())
                .filter(text -> orders.stream().anyMatch(order -> text.contains(order.orderId())))
                .count();
    }

    private List<String> learned(RetailMonth month) {
        var learned = new ArrayList<String>();
        for (var sku : month.favourites(20)) {
            if (learned.size() < 3) {
                company(sku).ifPresent(learned::add);
            }
        }
        return learned;
    }

    private Optional<String> company(String sku) {
        var found = everybody
                .get("/api/products?q=" + sku + "&limit=1")
                .expect(200)
                .body()
                .at("/items/0");
        var path = "/api/recommendations/bought-together/" + found.path("id").asString("") + "?limit=1";
        return found.isMissingNode()
                ? Optional.empty()
                : entries(everybody.get(path).expect(200, 404).body().path("items"))
                        .findFirst()
                        .map(item -> found.path("name").asString() + "  →  "
                                + item.at("/product/name").asString());
    }
}
