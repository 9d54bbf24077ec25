package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Repository;

/** The latest forecast of each row. */
@Repository
public class DemandForecasts {

    private static final int FORECASTS_A_COMMAND = 5;

    private final MongoCollection<DemandForecast> forecasts;
    private final Breaks breaks;

    DemandForecasts(MongoDatabase database, Breaks breaks) {
        this.breaks = breaks;
        forecasts = database.getCollection("demandForecasts", DemandForecast.class);
    }

    public Optional<DemandForecast> find(String row) {
        return Optional.ofNullable(forecasts.find(eq("_id", row)).first());
    }

    public Map<String, DemandForecast> of(Collection<String> rows) {
        var found = new HashMap<String, DemandForecast>();
        forecasts.find(in("_id", rows)).forEach(forecast -> found.put(forecast.id(), forecast));
        return found;
    }

    /** Takes the place of what was said before, in small parts. */
    public void replace(List<DemandForecast> made) {
        made.stream()
                .map(each -> new ReplaceOneModel<>(eq("_id", each.id()), each, new ReplaceOptions().upsert(true)))
                .gather(Gatherers.windowFixed(FORECASTS_A_COMMAND))
                .forEach(part -> {
                    forecasts.bulkWrite(part);
                    breaks.take();
                });
    }
}
