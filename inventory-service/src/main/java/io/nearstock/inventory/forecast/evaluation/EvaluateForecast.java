package io.nearstock.inventory.forecast.evaluation;

import io.nearstock.inventory.forecast.Calendar;
import io.nearstock.inventory.forecast.Forecast;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.boosting.BoostingSettings;
import io.nearstock.inventory.forecast.selection.ForecastEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Forecasts a file of sales as the service would, and scores it where the file goes on beyond the training. */
final class EvaluateForecast {

    private static final int LEAST_SEASONS = 3;

    public static void main(String[] words) {
        try {
            run(Wishes.of(List.of(words)));
        } catch (FileProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
        } catch (IOException failure) {
            System.err.println("cannot write: " + failure.getMessage());
            System.exit(1);
        }
    }

    private EvaluateForecast() {}

    static void run(Wishes wishes) throws IOException {
        var began = Instant.now();
        var all = panel(wishes);
        if (all.days() < wishes.trainTo()) {
            throw new FileProblem("the sales end on d_" + all.days() + ", before d_" + wishes.trainTo());
        }
        if (wishes.trainTo() < LEAST_SEASONS * all.calendar().season()) {
            throw new FileProblem(
                    "d_" + wishes.trainTo() + " is too early: " + LEAST_SEASONS + " seasons must be known");
        }
        var known = all.until(wishes.trainTo());
        say("%d series, %d days; read in %d s".formatted(known.series().size(), known.days(), seconds(began)));
        var forecasts = forecast(known, wishes.horizon());
        write(wishes, forecasts);
        say("done after %d s".formatted(seconds(began)));
        if (all.days() > wishes.trainTo()) {
            Report.of(all, known, forecasts).print(System.out);
        }
    }

    private static List<Forecast> forecast(Panel known, int horizon) {
        var began = Instant.now();
        try (var trained = new ForecastEngine(BoostingSettings.DEFAULTS).train(known, horizon)) {
            say("learned in %d s".formatted(seconds(began)));
            var learned = Instant.now();
            var forecasts = trained.forecast(known, horizon);
            say("%d days ahead forecast in %d s".formatted(horizon, seconds(learned)));
            return forecasts;
        }
    }

    private static Panel panel(Wishes wishes) {
        if (wishes.calendar().isEmpty()) {
            return new Panel(new SalesFile(wishes.sales()).read(Map.of()), Calendar.plain(wishes.season()));
        }
        var calendar = CalendarFile.read(wishes.calendar().get());
        var prices = wishes.prices()
                .map(file -> new PricesFile(file).read(calendar.firstDayOfWeek()))
                .orElse(Map.<PricesFile.Key, PriceSteps>of());
        return new Panel(new SalesFile(wishes.sales()).read(prices), calendar.calendar());
    }

    private static void write(Wishes wishes, List<Forecast> forecasts) throws IOException {
        try (var out = Files.newBufferedWriter(wishes.out())) {
            out.write("item_id,store_id,day,mean,p10,p50,p90\n");
            for (var forecast : forecasts) {
                for (var ahead = 0; ahead < wishes.horizon(); ahead++) {
                    out.write(line(forecast, ahead, wishes.trainTo() + ahead + 1));
                }
            }
        }
    }

    private static String line(Forecast forecast, int ahead, int day) {
        var of = forecast.days().get(ahead);
        return String.format(
                Locale.ROOT,
                "%s,%s,d_%d,%.4f,%.0f,%.0f,%.0f%n",
                forecast.key().item(),
                forecast.key().store(),
                day,
                of.mean(),
                of.p10(),
                of.p50(),
                of.p90());
    }

    private static void say(String what) {
        System.out.println(what);
    }

    private static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }
}
