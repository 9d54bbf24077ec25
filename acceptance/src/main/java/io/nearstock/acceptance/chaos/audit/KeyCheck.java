package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Invariant.I3;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.nearstock.acceptance.chaos.client.Intent.Kind;
import io.nearstock.acceptance.chaos.client.Journal.Entry;
import io.nearstock.acceptance.chaos.client.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** One key, one order, with what was asked for in it; and no order that nobody asked for. */
final class KeyCheck implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        var orders = evidence.journal().stream()
                .filter(entry -> entry.intent().kind() == Kind.ORDER)
                .toList();
        return Stream.of(manyOrders(orders), manyKeys(orders), phantoms(evidence, orders), otherGoods(evidence, orders))
                .flatMap(found -> found);
    }

    private static Set<String> ids(Entry entry) {
        return entry.outcomes().stream()
                .map(Outcome::order)
                .flatMap(Optional::stream)
                .collect(toSet());
    }

    private static Stream<Finding> manyOrders(List<Entry> orders) {
        return orders.stream()
                .filter(entry -> ids(entry).size() > 1)
                .map(entry -> new Finding(
                        I3, "the key %s made %s".formatted(entry.intent().key(), ids(entry))));
    }

    private static Stream<Finding> manyKeys(List<Entry> orders) {
        return orders.stream()
                .flatMap(entry -> ids(entry).stream()
                        .map(id -> Map.entry(id, entry.intent().key())))
                .collect(groupingBy(Map.Entry::getKey))
                .entrySet()
                .stream()
                .filter(keys -> keys.getValue().size() > 1)
                .map(keys -> new Finding(I3, "%s was made by %s".formatted(keys.getKey(), keys.getValue())));
    }

    private static Stream<Finding> phantoms(Evidence evidence, List<Entry> orders) {
        var told = orders.stream().flatMap(entry -> ids(entry).stream()).collect(toSet());
        return evidence.ourOrders().stream()
                .map(Fact::id)
                .filter(id -> !told.contains(id))
                .map(id -> new Finding(I3, "nobody was told of the order %s".formatted(id)));
    }

    private static Stream<Finding> otherGoods(Evidence evidence, List<Entry> orders) {
        var stored = evidence.ordersById();
        return orders.stream()
                .flatMap(entry -> ids(entry).stream()
                        .flatMap(id -> Stream.ofNullable(stored.get(id)))
                        .filter(order -> !goods(order).equals(asked(entry)))
                        .map(order -> new Finding(I3, Fact.id(order) + " has other goods than were ordered")));
    }

    private static Map<String, Long> goods(Document order) {
        return Fact.list(order, "lines").stream()
                .collect(toMap(line -> Fact.text(line, "sku"), line -> Fact.number(line, "quantity"), Long::sum));
    }

    private static Map<String, Long> asked(Entry entry) {
        return entry.intent().goods().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, line -> line.getValue().longValue()));
    }
}
