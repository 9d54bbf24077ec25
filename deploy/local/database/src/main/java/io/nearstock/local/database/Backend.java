package io.nearstock.local.database;

import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers commands; an answer leaves only when everything that it may tell of is stored. */
final class Backend extends AbstractMongoBackend {

    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

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
        return new Database(name, getCursorRegistry(), change -> recorder.record(change));
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
