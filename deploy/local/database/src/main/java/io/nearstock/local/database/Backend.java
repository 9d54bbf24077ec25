package io.nearstock.local.database;

import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers commands; an answer leaves only when everything that it may tell of is stored. */
final class Backend extends AbstractMongoBackend {

    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    private final LongAdder put = new LongAdder();
    private final LongAdder removed = new LongAdder();
    private final LongAdder examined = new LongAdder();
    private volatile Recorder recorder = Recorder.NONE;

    Backend() {
        version(ServerVersion.MONGO_5_0);
    }

    void restore(Contents contents) {
        contents.collections().forEach((namespace, collection) -> {
            var database = (Database) resolveDatabase(Utils.getDatabaseNameFromFullName(namespace));
            database.restore(Utils.getCollectionNameFromFullName(namespace), collection);
        });
    }

    void recordBy(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    protected Database openOrCreateDatabase(String name) {
        return new Database(name, getCursorRegistry(), this::record, examined);
    }

    private void record(Change change) {
        recorder.record(change);
        switch (change) {
            case Change.Put _, Change.Edited _ -> put.increment();
            case Change.Remove _ -> removed.increment();
            case Change.DefineIndex _, Change.DropIndex _, Change.Drop _ -> {}
        }
    }

    /** Documents written and looked at since the start, where MongoDB tells it; a new one counts as updated. */
    @Override
    public Document getServerStatus() {
        var documents =
                new Document("inserted", 0L).append("updated", put.sum()).append("deleted", removed.sum());
        var metrics = new Document("document", documents)
                .append("queryExecutor", new Document("scannedObjects", examined.sum()));
        return super.getServerStatus().append("metrics", metrics);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var answer = answer(message);
        recorder.flush();
        return answer;
    }

    private Document answer(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerError e) {
            return refusal(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            return refusal(1, "InternalError", e.getMessageWithoutErrorCode());
        } catch (RuntimeException e) {
            LOG.warn("cannot answer {}", message.getDocument().keySet(), e);
            return refusal(1, "InternalError", "the local database cannot do this: " + e);
        }
    }

    private static Document refusal(int code, String name, String message) {
        return new Document("ok", 0.0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", name);
    }
}
