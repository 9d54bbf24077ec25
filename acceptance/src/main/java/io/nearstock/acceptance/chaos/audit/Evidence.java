package io.nearstock.acceptance.chaos.audit;

import static java.util.stream.Collectors.toMap;

import io.nearstock.acceptance.chaos.client.Journal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/**
 * All that is known after the last request, from those who keep it.
 *
 * @param journal what clients wanted and were told
 * @param accounts whose orders the journal is about
 * @param untouched the SKU that only nonsense was ordered of
 * @param orders as order-service stores them, those that are only begun too
 * @param copies the levels that recommendation-service copied
 * @param baskets what it learned from
 * @param provider the payment provider's whole ledger
 * @param mails what reached the mailboxes of the journal's people
 * @param events every fact on the broker, by topic and aggregate, in the order of arrival
 * @param waiting outbox entries by collection
 * @param deadLetters by service, their places in the topics
 * @param planted what the dead letters have to be
 * @param inStock by SKU, whether the catalogue's search says that it can be had
 */
public record Evidence(
        List<Journal.Entry> journal,
        Set<String> accounts,
        String untouched,
        List<Document> orders,
        List<Document> holds,
        List<Document> stock,
        List<Document> movements,
        List<Document> notifications,
        List<Document> copies,
        List<Document> baskets,
        List<JsonNode> provider,
        List<JsonNode> mails,
        Map<String, List<Told>> events,
        Map<String, Long> waiting,
        Set<String> deadLetters,
        Set<String> planted,
        Map<String, Boolean> inStock) {

    /** An event as it lies on the broker. */
    public record Told(String id, String type, long sequence) {}

    private static final Set<String> BEGUN = Set.of("reserving", "abandoned");

    /** The orders that anybody may see. */
    List<Document> realOrders() {
        return orders.stream().filter(order -> !BEGUN.contains(status(order))).toList();
    }

    List<Document> begunOrders() {
        return orders.stream().filter(order -> BEGUN.contains(status(order))).toList();
    }

    /** Those that our people placed. */
    List<Document> ourOrders() {
        return realOrders().stream()
                .filter(order -> accounts.contains(Fact.text(order, "customerId")))
                .toList();
    }

    Map<String, Document> ordersById() {
        return realOrders().stream().collect(toMap(Fact::id, order -> order));
    }

    static String status(Document order) {
        return Fact.text(order, "status.name");
    }

    static boolean isLive(Document order) {
        return !status(order).equals("cancelled");
    }
}
