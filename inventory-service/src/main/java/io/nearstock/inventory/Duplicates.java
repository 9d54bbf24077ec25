package io.nearstock.inventory;

import static java.util.stream.Collectors.toSet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Inserts of documents that somebody may have inserted before. */
final class Duplicates {

    private Duplicates() {}

    /** False when it is there already. */
    static <T> boolean inserted(MongoCollection<T> collection, T document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            return false;
        }
    }

    /** Adds what is not there yet. */
    static <T> void ignored(MongoCollection<T> collection, List<T> documents) {
        if (!documents.isEmpty()) {
            known(collection, documents);
        }
    }

    /** For each of several: false when it is there already. */
    static <T> List<Boolean> inserted(MongoCollection<T> collection, List<T> documents) {
        var known = known(collection, documents);
        return IntStream.range(0, documents.size())
                .mapToObj(index -> !known.contains(index))
                .toList();
    }

    /** Inserts the others, and answers the places of those that are there already. */
    private static <T> Set<Integer> known(MongoCollection<T> collection, List<T> documents) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failure) {
            if (!failure.getWriteErrors().stream()
                    .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw failure;
            }
            return failure.getWriteErrors().stream()
                    .map(BulkWriteError::getIndex)
                    .collect(toSet());
        }
    }
}
