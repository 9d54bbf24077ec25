package io.nearstock.inventory.forecast.selection;

import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import io.nearstock.inventory.forecast.boosting.GlobalModel;
import io.nearstock.inventory.forecast.boosting.SavedModel;
import io.nearstock.inventory.forecast.method.LocalMethods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that may forecast a panel, and what each of them says. The global model comes last where there is one. */
final class Candidates implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Candidates.class.getName());

    private static final String GLOBAL = "boosted-trees";

    /** Fewer days than this teach trees nothing that a mean does not know. */
    private static final long LEAST_LESSONS = 5_000;

    private final Optional<GlobalModel> global;

    private Candidates(Optional<GlobalModel> global) {
        this.global = global;
    }

    static Candidates trained(Panel known, int horizon, BoostingSettings settings) {
        var lessons = known.series().stream()
                .mapToLong(series -> series.length() - series.first())
                .sum();
        return new Candidates(lessons < LEAST_LESSONS ? Optional.empty() : global(known, horizon, settings));
    }

    /** Only those that were tried before, as nobody knows what the others are good for. */
    static Candidates trained(List<String> tried, Panel known, int horizon, BoostingSettings settings) {
        return tried.contains(GLOBAL) ? trained(known, horizon, settings) : new Candidates(Optional.empty());
    }

    /** With the global model of another day, if there was one. */
    static Candidates recalled(@Nullable SavedModel saved, Panel panel, BoostingSettings settings) {
        return new Candidates(Optional.ofNullable(saved).map(model -> GlobalModel.of(model, panel, settings)));
    }

    Optional<SavedModel> saved() {
        return global.map(GlobalModel::saved);
    }

    boolean haveTrees() {
        return global.isPresent();
    }

    /** LightGBM is native code: where the machine lacks it (or OpenMP), the other methods forecast alone. */
    private static Optional<GlobalModel> global(Panel known, int horizon, BoostingSettings settings) {
        try {
            return Optional.of(GlobalModel.train(known, horizon, settings));
        } catch (LinkageError missing) {
            LOG.log(System.Logger.Level.WARNING, "No LightGBM here, so no global model: {0}", missing.toString());
            return Optional.empty();
        }
    }

    List<String> names(int season) {
        var names = new ArrayList<String>();
        LocalMethods.of(season).forEach(method -> names.add(method.name()));
        global.ifPresent(_ -> names.add(GLOBAL));
        return names;
    }

    /** By series, by candidate, by day. */
    List<double[][]> forecast(Panel panel, int horizon) {
        var boosted = global.map(model -> model.forecast(panel, horizon));
        var methods = LocalMethods.of(panel.calendar().season());
        var all = new ArrayList<double[][]>(panel.series().size());
        for (var index = 0; index < panel.series().size(); index++) {
            var series = panel.series().get(index);
            var forecasts = new ArrayList<double[]>();
            methods.forEach(method -> forecasts.add(method.forecast(series, horizon)));
            if (boosted.isPresent()) {
                forecasts.add(boosted.get().get(index));
            }
            all.add(forecasts.toArray(double[][]::new));
        }
        return all;
    }

    @Override
    public void close() {
        global.ifPresent(GlobalModel::close);
    }
}
