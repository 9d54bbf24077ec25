package io.nearstock.testkit.simulation;

import com.mongodb.client.FindIterable;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A search that is about to be made; it is one step, and projections are nobody's business here. */
final class SimulatedSearch<T> {

    private final SimulatedCollection<T> collection;
    private final Filter filter;
    private @Nullable Bson sort;
    private int limit = Integer.MAX_VALUE;

    SimulatedSearch(SimulatedCollection<T> collection, Filter filter) {
        this.collection = collection;
        this.filter = filter;
    }

    @SuppressWarnings("unchecked")
    FindIterable<T> iterable() {
        return (FindIterable<T>) Proxy.newProxyInstance(
                FindIterable.class.getClassLoader(),
                new Class<?>[] {FindIterable.class},
                (proxy, method, arguments) -> invoke(proxy, method, arguments));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "projection" -> proxy;
            case "sort" -> {
                sort = (Bson) arguments[0];
                yield proxy;
            }
            case "limit" -> {
                var asked = (int) arguments[0];
                limit = asked == 0 ? Integer.MAX_VALUE : asked; // as MongoDB understands it
                yield proxy;
            }
            case "first" -> found().stream().findFirst().orElse(null);
            case "into" -> {
                var target = (Collection<T>) arguments[0];
                target.addAll(found());
                yield target;
            }
            case "forEach" -> {
                found().forEach((Consumer<T>) arguments[0]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private List<T> found() {
        Simulation.step();
        return sorted(sort).limit(limit).map(collection.form()::decode).toList();
    }

    Stream<BsonDocument> sorted(@Nullable Bson by) {
        var matching = collection.matching(filter);
        return by == null ? matching : matching.sorted(order(collection.form().bson(by)));
    }

    private static Comparator<BsonDocument> order(BsonDocument by) {
        Comparator<BsonDocument> order = (_, _) -> 0;
        for (var field : by.entrySet()) {
            var next = Comparator.<BsonDocument, BsonValue>comparing(
                    document -> Values.at(document, field.getKey()).stream()
                            .findFirst()
                            .orElse(BsonNull.VALUE),
                    Values::compare);
            order = order.thenComparing(field.getValue().asNumber().intValue() < 0 ? next.reversed() : next);
        }
        return order;
    }
}
