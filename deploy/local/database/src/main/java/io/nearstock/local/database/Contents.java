package io.nearstock.local.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is left of a list of changes when each document's last one is kept. */
final class Contents {

    private final Map<String, Collection> collections = new LinkedHashMap<>();
    private long applied;

    /** A collection's documents by id, and its indexes by name. */
    static final class Collection {

        private final Map<KeyValue, Packed> documents = new LinkedHashMap<>();
        private final Map<String, Document> indexes = new LinkedHashMap<>();

        private void edit(Document edit) {
            documents.compute(
                    id(edit.get("_id")),
                    (_, before) ->
                            Packed.of(Edit.again(edit, requireNonNull(before).document())));
        }

        Stream<Document> documents() {
            return documents.values().stream().map(Packed::document);
        }

        Iterable<Document> indexes() {
            return indexes.values();
        }

        private Stream<Change> changes(String namespace) {
            return Stream.concat(
                    indexes.values().stream().map(index -> new Change.DefineIndex(namespace, index)),
                    documents.values().stream().map(document -> new Change.Put(namespace, document)));
        }
    }

    void apply(Change change) {
        applied++;
        switch (change) {
            case Change.Put(var namespace, var document) ->
                at(namespace).documents.put(id(document.id()), document);
            case Change.Edited(var namespace, var edit) -> at(namespace).edit(edit.document());
            case Change.Remove(var namespace, var id) -> at(namespace).documents.remove(id(id));
            case Change.DefineIndex(var namespace, var index) ->
                at(namespace).indexes.put(name(index), index);
            case Change.DropIndex(var namespace, var name) ->
                at(namespace).indexes.remove(name);
            case Change.Drop(var namespace) -> collections.remove(namespace);
        }
    }

    Map<String, Collection> collections() {
        return collections;
    }

    /** The shortest list of changes that leads here. */
    Stream<Change> changes() {
        return collections.entrySet().stream()
                .flatMap(collection -> collection.getValue().changes(collection.getKey()));
    }

    long documents() {
        return collections.values().stream()
                .mapToLong(collection -> collection.documents.size())
                .sum();
    }

    /** How many changes led here. */
    long applied() {
        return applied;
    }

    private Collection at(String namespace) {
        return collections.computeIfAbsent(namespace, _ -> new Collection());
    }

    /** As MongoDB compares ids: 1 is 1L. */
    private static KeyValue id(@Nullable Object id) {
        return new KeyValue(Collections.singletonList(id)).normalized();
    }

    private static String name(Document index) {
        return Fields.string(index, "name");
    }
}
