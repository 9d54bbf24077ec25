package io.nearstock.catalog.search.meaning;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/** What texts mean, by text and model, so that it is computed once for all instances and for ever. */
@Repository
public class KnownMeanings {

    private final MongoCollection<Document> known;
    private final Meanings meanings;

    public KnownMeanings(MongoDatabase database, Meanings meanings) {
        this.known = database.getCollection("meanings");
        this.meanings = meanings;
    }

    /** What each of these texts means; those are left out of which nobody knows yet. */
    public Map<String, byte[]> of(Collection<String> texts) {
        var textByKey = new HashMap<String, String>();
        texts.forEach(text -> textByKey.put(key(text), text));
        var found = new HashMap<String, byte[]>();
        known.find(in("_id", textByKey.keySet())).forEach(entry -> {
            var text = textByKey.remove(entry.getString("_id"));
            found.put(text, entry.get("vector", Binary.class).getData());
        });
        found.putAll(learn(textByKey));
        return found;
    }

    private Map<String, byte[]> learn(Map<String, String> textByKey) {
        var learned = new HashMap<String, byte[]>();
        var writes = new ArrayList<UpdateOneModel<Document>>();
        textByKey.forEach((key, text) -> {
            var meaning = meanings.of(text);
            if (meaning != null) {
                learned.put(text, meaning);
                var vector = Updates.setOnInsert("vector", new Binary(meaning));
                writes.add(new UpdateOneModel<>(eq("_id", key), vector, new UpdateOptions().upsert(true)));
            }
        });
        if (!writes.isEmpty()) {
            known.bulkWrite(writes);
        }
        return learned;
    }

    private static String key(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((SentenceModel.NAME + "\n" + text).getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
