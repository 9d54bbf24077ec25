package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What customers have found of suppliers' goods, in MongoDB; an alert is one, however often it is told. */
@Repository
public class QualityAlerts {

    private static final int MOST = 500;

    private final MongoCollection<QualityAlert> alerts;

    QualityAlerts(MongoDatabase database) {
        alerts = database.getCollection("qualityAlerts", QualityAlert.class);
        alerts.createIndex(ascending("supplierId", "at"));
    }

    public void add(QualityAlert alert) {
        Duplicates.inserted(alerts, alert);
    }

    /** It was mistaken, and counts for nothing; one that nobody is blamed for is not known. */
    public void withdraw(String alertId) {
        alerts.updateOne(eq("_id", alertId), set("withdrawn", true));
    }

    /** Those that stand, the newest first. */
    public List<QualityAlert> of(String supplierId, Instant since) {
        return alerts.find(and(eq("supplierId", supplierId), gte("at", since), ne("withdrawn", true)))
                .sort(descending("at"))
                .limit(MOST)
                .into(new ArrayList<>());
    }
}
