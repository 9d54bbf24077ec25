package io.nearstock.inventory.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Replays the ledger in turn, one instance at a time, and raises an alarm where it is not the balances. */
@Component
final class AuditPatrol {

    private static final Logger LOG = LoggerFactory.getLogger(AuditPatrol.class);
    private static final String ROUND = "audit";
    private static final int NAMED = 20;

    private final Audit audit;
    private final MongoCollection<Document> rounds;
    private final AuditSettings settings;
    private final Clock clock;
    private final AtomicInteger differences;

    AuditPatrol(Audit audit, MongoDatabase database, AuditSettings settings, Clock clock, MeterRegistry meters) {
        this.audit = audit;
        this.rounds = database.getCollection("rounds");
        this.settings = settings;
        this.clock = clock;
        this.differences = meters.gauge("nearstock.stock.audit.differences", new AtomicInteger());
        rounds.updateOne(
                eq("_id", ROUND), setOnInsert("nextActionAt", clock.instant()), new UpdateOptions().upsert(true));
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void walk() {
        var now = clock.instant();
        var due = and(eq("_id", ROUND), lte("nextActionAt", now));
        if (rounds.updateOne(due, set("nextActionAt", now.plus(settings.every())))
                        .getModifiedCount()
                == 1) {
            tell(audit.run());
        }
    }

    private void tell(AuditReport report) {
        var found = report.differences();
        differences.set(found.size());
        if (!report.balanced()) {
            LOG.error(
                    "the ledger does not replay to the balances of {} rows, the first of them {}",
                    found.size(),
                    found.subList(0, Math.min(NAMED, found.size())));
        }
    }
}
