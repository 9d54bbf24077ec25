package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Fact.list;
import static io.nearstock.acceptance.chaos.audit.Fact.number;
import static io.nearstock.acceptance.chaos.audit.Fact.text;
import static io.nearstock.acceptance.chaos.audit.Invariant.I4;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Captured − refunded + outstanding = total of the live lines, and the provider says the same, in the same currency. */
final class MoneyCheck implements Check {

    private static final Set<String> ENDED = Set.of("completed", "cancelled");

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        var books = evidence.provider().stream()
                .collect(groupingBy(entry -> entry.path("reference").asString()));
        var known = evidence.ordersById();
        return Stream.concat(
                known.values().stream().flatMap(order -> ofOrder(order, books.getOrDefault(Fact.id(order), List.of()))),
                books.entrySet().stream()
                        .filter(book -> !known.containsKey(book.getKey()))
                        .flatMap(MoneyCheck::ofNobody));
    }

    private static Stream<Finding> ofOrder(Document order, List<JsonNode> book) {
        var captured = charges(order, "captured");
        var refunded = charges(order, "refunded");
        var live = Evidence.isLive(order) ? number(order, "total.amount") : 0;
        var outstanding = live - captured + refunded;
        return Stream.of(
                        claim(outstanding >= 0, order, "more was taken than it costs: " + -outstanding),
                        claim(
                                !hasEnded(order) || outstanding == 0,
                                order,
                                "it ended with %d open".formatted(outstanding)),
                        claim(
                                captured == sum(book, "capture"),
                                order,
                                "we say %d captured, the provider says %d".formatted(captured, sum(book, "capture"))),
                        claim(
                                refunded == sum(book, "refund"),
                                order,
                                "we say %d refunded, the provider says %d".formatted(refunded, sum(book, "refund"))),
                        claim(
                                book.stream().allMatch(entry -> isInItsCurrency(order, entry)),
                                order,
                                "the provider moved money in another currency"),
                        claim(
                                !hasEnded(order) || aside(book) == 0,
                                order,
                                "the bank still sets %d aside".formatted(aside(book))))
                .flatMap(found -> found);
    }

    private static boolean isInItsCurrency(Document order, JsonNode entry) {
        return entry.path("currency").asString().equals(text(order, "total.currency"));
    }

    private static boolean hasEnded(Document order) {
        return ENDED.contains(Evidence.status(order));
    }

    private static Stream<Finding> ofNobody(Map.Entry<String, List<JsonNode>> book) {
        var kept = sum(book.getValue(), "capture") - sum(book.getValue(), "refund");
        return kept == 0 && aside(book.getValue()) == 0
                ? Stream.empty()
                : Stream.of(new Finding(
                        I4, "the provider took %d for %s, which is no order".formatted(kept, book.getKey())));
    }

    private static Stream<Finding> claim(boolean holds, Document order, String otherwise) {
        return holds ? Stream.empty() : Stream.of(new Finding(I4, Fact.id(order) + ": " + otherwise));
    }

    private static long charges(Document order, String what) {
        return list(order, "payment.charges").stream()
                .mapToLong(charge -> number(charge, what))
                .sum();
    }

    private static long sum(List<JsonNode> book, String kind) {
        return book.stream()
                .filter(entry -> entry.path("kind").asString().equals(kind))
                .mapToLong(entry -> entry.path("amount").asLong())
                .sum();
    }

    private static long aside(List<JsonNode> book) {
        return sum(book, "authorise") - sum(book, "capture") - sum(book, "void");
    }
}
