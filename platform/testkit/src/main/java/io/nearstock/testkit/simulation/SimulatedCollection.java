package io.nearstock.testkit.simulation;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The operations upon one collection; each is a step, a bulk one as many as it has writes. */
final class SimulatedCollection<T> {

    static final ServerAddress ADDRESS = new ServerAddress("simulated");
    static final int DUPLICATE_KEY = 11000;

    private final Map<String, BsonDocument> documents;
    private final StoredForm<T> form;
    private final Sight sight;
    private final SimulatedBulk several = new SimulatedBulk(this);

    SimulatedCollection(Map<String, BsonDocument> documents, StoredForm<T> form, Sight sight) {
        this.documents = documents;
        this.form = form;
        this.sight = sight;
    }

    @SuppressWarnings("unchecked")
    MongoCollection<T> collection() {
        return (MongoCollection<T>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (_, method, arguments) -> invoke(method, arguments));
    }

    private @Nullable Object invoke(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "createIndex" -> "index";
            case "getCodecRegistry" -> form.codecs();
            case "withDocumentClass" -> as((Class<?>) arguments[0]).collection();
            case "find" -> find(arguments == null ? new Object[0] : arguments);
            case "insertOne" -> insertOne(arguments[0]);
            case "insertMany" -> several.insert((List<?>) arguments[0]);
            case "updateOne" -> updateOne((Bson) arguments[0], (Bson) arguments[1], isUpsert(arguments));
            case "updateMany" -> several.update((Bson) arguments[0], (Bson) arguments[1]);
            case "bulkWrite" -> several.write((List<?>) arguments[0]);
            case "findOneAndUpdate" ->
                findOneAndUpdate((Bson) arguments[0], (Bson) arguments[1], (FindOneAndUpdateOptions) arguments[2]);
            case "deleteOne", "deleteMany" ->
                delete((Bson) arguments[0], method.getName().equals("deleteOne"));
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private <S> SimulatedCollection<S> as(Class<S> other) {
        return new SimulatedCollection<>(documents, form.of(other), sight);
    }

    StoredForm<T> form() {
        return form;
    }

    private Object find(Object[] arguments) {
        var filter = arguments.length > 0 && arguments[0] instanceof Bson bson ? bson : new BsonDocument();
        var other = arguments.length > 1 ? (Class<?>) arguments[1] : form.type();
        return new SimulatedSearch<>(as(other), filter(filter)).iterable();
    }

    Stream<BsonDocument> matching(Filter filter) {
        var id = filter.conditions().get("_id");
        var candidates = id instanceof BsonString only
                ? Stream.ofNullable(documents.get(only.getValue()))
                : documents.values().stream();
        return candidates.filter(filter::matches);
    }

    private @Nullable Object insertOne(Object document) {
        Simulation.step();
        if (!insert(document)) {
            throw duplicate();
        }
        Simulation.answer();
        return null;
    }

    private static MongoWriteException duplicate() {
        return new MongoWriteException(
                new WriteError(DUPLICATE_KEY, "duplicate", new BsonDocument()), ADDRESS, Set.of());
    }

    boolean insert(Object document) {
        var encoded = form.encode(document);
        return documents.putIfAbsent(id(encoded), encoded) == null;
    }

    UpdateResult updateOne(Bson filter, Bson change, boolean upsert) {
        Simulation.step();
        var seen = seen(filter, change);
        var found = matching(seen).findFirst();
        var result = found.map(document -> store(document, seen, change))
                .orElseGet(() -> upsert ? upsert(seen, change) : UpdateResult.acknowledged(0, 0L, null));
        Simulation.answer();
        return result;
    }

    private UpdateResult store(BsonDocument document, Filter filter, Bson change) {
        var changed = change(change).of(document, filter, false);
        sight.made(form.bson(change));
        documents.put(id(document), changed);
        return UpdateResult.acknowledged(1, changed.equals(document) ? 0L : 1L, null);
    }

    private UpdateResult upsert(Filter filter, Bson change) {
        var id = filter.conditions().getString("_id");
        if (documents.containsKey(id.getValue())) {
            throw duplicate();
        }
        documents.put(id.getValue(), change(change).of(new BsonDocument("_id", id), filter, true));
        return UpdateResult.acknowledged(0, 0L, id);
    }

    private @Nullable T findOneAndUpdate(Bson filter, Bson change, FindOneAndUpdateOptions options) {
        Simulation.step();
        var seen = seen(filter, change);
        var found = new SimulatedSearch<>(this, seen).sorted(options.getSort()).findFirst();
        found.ifPresent(document -> store(document, seen, change));
        Simulation.answer();
        var after = options.getReturnDocument() == ReturnDocument.AFTER;
        return found.map(document -> form.decode(after ? documents.getOrDefault(id(document), document) : document))
                .orElse(null);
    }

    private DeleteResult delete(Bson filter, boolean one) {
        Simulation.step();
        var found = matching(seen(filter, new BsonDocument()))
                .limit(one ? 1 : Long.MAX_VALUE)
                .toList();
        found.forEach(document -> documents.remove(id(document)));
        Simulation.answer();
        return DeleteResult.acknowledged(found.size());
    }

    private static boolean isUpsert(Object[] arguments) {
        return arguments.length > 2 && ((UpdateOptions) arguments[2]).isUpsert();
    }

    Filter seen(Bson filter, Bson change) {
        return sight.of(filter(filter), form.bson(change));
    }

    private Filter filter(Bson filter) {
        return new Filter(form.bson(filter));
    }

    private Change change(Bson change) {
        return new Change(form.bson(change));
    }

    private static String id(BsonDocument document) {
        return document.getString("_id").getValue();
    }
}
