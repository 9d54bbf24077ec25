package io.nearstock.testkit;

import io.nearstock.local.database.EmbeddedDatabase;
import org.testcontainers.mongodb.MongoDBContainer;

/** The one database server of this JVM's tests. */
final class MongoAddress {

    private static final String CHOSEN = choose();

    private MongoAddress() {}

    static String uri() {
        return CHOSEN;
    }

    /** The server's address with a database in its path. */
    static String uri(String database) {
        var query = CHOSEN.indexOf('?');
        var address = query < 0 ? CHOSEN : CHOSEN.substring(0, query);
        var path = address.indexOf('/', address.indexOf("//") + 2);
        var server = path < 0 ? address : address.substring(0, path);
        return server + "/" + database + CHOSEN.substring(address.length());
    }

    private static String choose() {
        var named = System.getenv("MONGODB_URI");
        if (named != null) {
            return named;
        }
        return DockerEngine.answers() ? container() : embedded();
    }

    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it
    private static String container() {
        var mongo = new MongoDBContainer("mongo:8.0").withReplicaSet();
        mongo.start();
        return mongo.getReplicaSetUrl();
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static String embedded() {
        return EmbeddedDatabase.inMemory().connectionString();
    }
}
