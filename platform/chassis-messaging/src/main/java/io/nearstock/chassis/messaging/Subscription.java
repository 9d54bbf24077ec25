package io.nearstock.chassis.messaging;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service does with a topic's events; served as soon as it is a bean. Types without a handler are skipped; where
 * several subscriptions ask for a type, each gets it. A handler must bear to see an event again. It throws {@link PoisonException} for what can never succeed; after any other
 * exception that may pass, the partition waits and the event comes again.
 */
public final class Subscription {

    /**
     * Takes the events of one poll, those of a partition in order, all of the types it asked for.
     *
     * @param single takes one at a time
     * @param partitioned takes those of one partition at a time, as it wants to know the position
     */
    record Handler(Set<String> types, BiConsumer<List<Event>, Position> work, boolean single, boolean partitioned) {

        /** For what both asked for; when the second fails, the first sees the events again, too. */
        Handler and(Handler second) {
            var common = types.stream().filter(second.types::contains).collect(Collectors.toSet());
            return new Handler(
                    common, work.andThen(second.work), single || second.single, partitioned || second.partitioned);
        }
    }

    /**
     * How far a partition has been read once a batch is done.
     *
     * @param next the offset of the first record after the batch
     */
    public record Position(int partition, long next) {}

    private final String topic;
    private final List<Handler> handlers;
    private final boolean everyInstance;
    private final IntFunction<@Nullable Long> start;

    private Subscription(
            String topic, List<Handler> handlers, boolean everyInstance, IntFunction<@Nullable Long> start) {
        this.topic = topic;
        this.handlers = handlers;
        this.everyInstance = everyInstance;
        this.start = start;
    }

    public static Subscription to(String topic) {
        return new Subscription(topic, List.of(), false, _ -> null);
    }

    public Subscription on(String type, Consumer<Event> handler) {
        return with(new Handler(Set.of(type), (events, _) -> handler.accept(events.getFirst()), true, false));
    }

    /** Hands over what one poll brought, so that a bulk write can take it; a poisoned batch comes again one by one. */
    public Subscription batch(Set<String> types, Consumer<List<Event>> handler) {
        return with(new Handler(Set.copyOf(types), (events, _) -> handler.accept(events), false, false));
    }

    /**
     * As above, of one partition, and tells the position to remember; with {@link #startingAt} a reader keeps its own
     * offsets.
     */
    public Subscription batch(Set<String> types, BiConsumer<List<Event>, Position> handler) {
        return with(new Handler(Set.copyOf(types), handler, false, true));
    }

    /** Each instance reads every partition from its beginning and commits nothing: for caches and local indexes. */
    public Subscription everyInstance() {
        return new Subscription(topic, handlers, true, start);
    }

    /** Where {@link #everyInstance} begins in a partition; null means the beginning. */
    public Subscription startingAt(IntFunction<@Nullable Long> offsetOfPartition) {
        return new Subscription(topic, handlers, everyInstance, offsetOfPartition);
    }

    String topic() {
        return topic;
    }

    List<Handler> handlers() {
        return handlers;
    }

    boolean isForEveryInstance() {
        return everyInstance;
    }

    @Nullable
    Long startIn(int partition) {
        return start.apply(partition);
    }

    private Subscription with(Handler handler) {
        var known = handlers.stream().flatMap(each -> each.types().stream()).collect(Collectors.toSet());
        if (handler.types().stream().anyMatch(known::contains)) {
            throw new IllegalArgumentException("two handlers for one of " + handler.types());
        }
        return new Subscription(
                topic, Stream.concat(handlers.stream(), Stream.of(handler)).toList(), everyInstance, start);
    }
}
