package io.nearstock.account;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.security.SecureRandom;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/** What all instances must know and nobody else may. */
@Repository
class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final MongoCollection<Document> secrets;

    Secrets(MongoDatabase database) {
        this.secrets = database.getCollection("secrets");
    }

    /** Made by whichever instance needs it first. */
    byte[] get(String name) {
        var fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        var secret = secrets.findOneAndUpdate(eq("_id", name), setOnInsert("value", new Binary(fresh)), options);
        if (secret == null) {
            throw new IllegalStateException("the database keeps no secret");
        }
        return secret.get("value", Binary.class).getData();
    }
}
