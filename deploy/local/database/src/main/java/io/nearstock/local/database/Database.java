package io.nearstock.local.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Tables and their indexes, whose coming and going is recorded. */
final class Database extends AbstractSynchronizedMongoDatabase<Row> {

    private final Consumer<Change> changes;
    private final LongAdder examined;

    Database(String name, CursorRegistry cursors, Consumer<Change> changes, LongAdder examined) {
        super(name, cursors);
        this.changes = changes;
        this.examined = examined;
        initializeNamespacesAndIndexes();
    }

    /** Fills a collection from a journal. */
    void restore(String name, Contents.Collection contents) {
        var table = resolveOrCreateCollection(name);
        contents.documents().forEach(table::addDocument);
        contents.indexes().forEach(description -> addIndex(description.append("ns", getFullCollectionNamespace(name))));
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Dialect.check(command, query);
        return command.equals("aggregate")
                ? FirstRead.in(query, asked -> super.handleCommand(channel, command, asked, databases, oplog))
                : super.handleCommand(channel, command, query, databases, oplog);
    }

    @Override
    protected MongoCollection<Row> openOrCreateCollection(String name, CollectionOptions options) {
        return new Table(this, name, options, cursorRegistry, isSystem(name) ? _ -> {} : changes, examined);
    }

    @Override
    protected Index<Row> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> fields, boolean sparse) {
        return new OrderedIndex(name, fields, true, sparse);
    }

    @Override
    protected Index<Row> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> fields, boolean sparse) {
        return new OrderedIndex(name, fields, false, sparse);
    }

    @Override
    protected synchronized void addIndex(Document description) {
        super.addIndex(description);
        changes.accept(new Change.DefineIndex(Fields.string(description, "ns"), description));
    }

    @Override
    protected void dropIndex(MongoCollection<Row> collection, String name) {
        super.dropIndex(collection, name);
        changes.accept(new Change.DropIndex(collection.getFullName(), name));
    }

    @Override
    public synchronized void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        if (!isSystem(name)) {
            changes.accept(new Change.Drop(getFullCollectionNamespace(name)));
        }
    }

    @Override
    public synchronized void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        changes.accept(new Change.Drop(collection.getFullName()));
        super.moveCollection(from, collection, name);
        ((Table) collection).tellEverything();
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    @Override
    protected long getFileSize() {
        return 0;
    }

    private static boolean isSystem(String collection) {
        return collection.startsWith("system.");
    }
}
