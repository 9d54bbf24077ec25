package io.nearstock.inventory.forecast.boosting;

import static com.microsoft.ml.lightgbm.PredictionType.C_API_PREDICT_RAW_SCORE;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trees of LightGBM (Ke and others, 2017); its native library is loaded by the first training. */
final class Trees implements AutoCloseable {

    private final LGBMBooster booster;
    private final int threads;

    private Trees(LGBMBooster booster, int threads) {
        this.booster = booster;
        this.threads = threads;
    }

    static Trees grow(Rows lessons, BoostingSettings settings) {
        NativeLibrary.require();
        try (var data = dataset(lessons)) {
            var booster = LGBMBooster.create(data, settings.parameters(lessons.count()));
            for (var round = 0; round < settings.rounds() && !booster.updateOneIter(); round++) {}
            return new Trees(booster, settings.threads());
        } catch (LGBMException failure) {
            throw new IllegalStateException("LightGBM: " + failure.getMessage(), failure);
        }
    }

    /** Those that were saved. */
    static Trees of(String saved, BoostingSettings settings) {
        NativeLibrary.require();
        try {
            return new Trees(LGBMBooster.loadModelFromString(saved), settings.threads());
        } catch (LGBMException failure) {
            throw new IllegalStateException("LightGBM: " + failure.getMessage(), failure);
        }
    }

    String saved() {
        try {
            return booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT);
        } catch (LGBMException failure) {
            throw new IllegalStateException("LightGBM: " + failure.getMessage(), failure);
        }
    }

    private static LGBMDataset dataset(Rows lessons) throws LGBMException {
        var categories = IntStream.range(0, Features.CATEGORIES).mapToObj(Integer::toString);
        var parameters = "max_bin=127 verbosity=-1 categorical_feature=" + categories.collect(Collectors.joining(","));
        var data =
                LGBMDataset.createFromMat(lessons.values(), lessons.count(), lessons.columns(), true, parameters, null);
        data.setField("label", lessons.labels());
        data.setField("weight", lessons.weights());
        data.setField("init_score", lessons.logLevels());
        return data;
    }

    /** The expected sales of each row. */
    double[] predict(Rows rows) {
        try {
            var corrections = booster.predictForMat(
                    rows.values(),
                    rows.count(),
                    rows.columns(),
                    true,
                    C_API_PREDICT_RAW_SCORE,
                    "num_threads=" + threads);
            var levels = rows.logLevels();
            Arrays.setAll(corrections, row -> Math.exp(levels[row] + corrections[row]));
            return corrections;
        } catch (LGBMException failure) {
            throw new IllegalStateException("LightGBM: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        try {
            booster.close();
        } catch (LGBMException failure) {
            throw new IllegalStateException("LightGBM: " + failure.getMessage(), failure);
        }
    }
}
