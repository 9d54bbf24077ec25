package io.nearstock.testkit.simulation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * A database in memory whose every operation is a step of the running {@link Simulation}. A write of one document is
 * whole or not at all; of several, a crash may come between.
 */
public final class SimulatedDatabase {

    private final CodecRegistry codecs;
    private final Sight sight;
    private final Map<String, Map<String, BsonDocument>> collections = new HashMap<>();

    private SimulatedDatabase(CodecRegistry codecs, Sight sight) {
        this.codecs = codecs;
        this.sight = sight;
    }

    public static SimulatedDatabase with(CodecRegistry codecs) {
        return new SimulatedDatabase(codecs, new Sight(Set.of(), false));
    }

    /** One that does not look at these conditions when it updates, to see whether anybody notices. */
    public static SimulatedDatabase blindTo(CodecRegistry codecs, String... fields) {
        return new SimulatedDatabase(codecs, new Sight(Set.of(fields), false));
    }

    /** One that is blind to these conditions only when it pushes several elements of an array at once. */
    public static SimulatedDatabase blindTogetherTo(CodecRegistry codecs, String... fields) {
        return new SimulatedDatabase(codecs, new Sight(Set.of(fields), true));
    }

    /** How many changes have pushed several elements of an array at once. */
    public int together() {
        return sight.together();
    }

    /** The database as the driver shows it; it keeps its codecs. */
    public MongoDatabase database() {
        return (MongoDatabase) Proxy.newProxyInstance(
                MongoDatabase.class.getClassLoader(),
                new Class<?>[] {MongoDatabase.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getCollection" -> collection((String) arguments[0], type(arguments));
                    case "withCodecRegistry" -> database();
                    case "toString" -> "simulated";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** All documents of a collection, in the order of their ids. */
    public <T> List<T> all(String collection, Class<T> type) {
        var form = new StoredForm<>(codecs, type);
        return documents(collection).values().stream().map(form::decode).toList();
    }

    /** Makes it empty. */
    public void clear() {
        collections.values().forEach(Map::clear);
    }

    private static Class<?> type(Object[] arguments) {
        return arguments.length > 1 ? (Class<?>) arguments[1] : BsonDocument.class;
    }

    private <T> MongoCollection<T> collection(String name, Class<T> type) {
        return new SimulatedCollection<>(documents(name), new StoredForm<>(codecs, type), sight).collection();
    }

    private Map<String, BsonDocument> documents(String name) {
        return collections.computeIfAbsent(name, _ -> new TreeMap<>());
    }
}
