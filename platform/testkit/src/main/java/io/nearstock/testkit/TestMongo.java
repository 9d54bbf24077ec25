package io.nearstock.testkit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

/** An empty database for a test without Spring, on the server that {@link TestServers} chooses; gone when closed. */
public final class TestMongo implements AutoCloseable {

    private final String name = Names.fresh();
    private final MongoClient client = MongoClients.create(connectionString());

    /** Names the database in its path. */
    public String connectionString() {
        return MongoAddress.uri(name);
    }

    public MongoClient client() {
        return client;
    }

    public MongoDatabase database() {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        database().drop();
        client.close();
    }
}
