package io.nearstock.chassis.messaging;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the database answers, asked at every check and in less than a second, whatever the driver's own patience. */
final class MongoHealth extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final MongoDatabase database;

    MongoHealth(MongoDatabase database) {
        super("the database does not answer");
        this.database = database.withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.runCommand(new Document("ping", 1));
        health.up();
    }
}
