package io.nearstock.inventory.forecast.boosting;

import io.nearstock.inventory.forecast.Calendar;
import io.nearstock.inventory.forecast.Panel;
import io.nearstock.inventory.forecast.PriceSteps;
import io.nearstock.inventory.forecast.Series;

/**
 * What the trees see of a series, a day that has come (the origin: how many days are known) and a day to come. Quantities
 * are divided by the level at the origin, so that a rule learned from one item holds for others.
 */
final class Features {

    static final int COUNT = 42;

    /** The first columns are names, not quantities. */
    static final int CATEGORIES = 5;

    private static final double LEAST_LEVEL = 0.02;
    private static final int EVENT_SIGHT = 10;
    private static final int LONG_AGO = 200;

    private final Cadence cadence;
    private final Calendar calendar;
    private final Groups groups;
    private final Codes departments;
    private final Codes categories;
    private final Codes stores;

    Features(Panel panel) {
        this(panel, new Codes(), new Codes(), new Codes());
    }

    /** As a model that is taken up again numbers its names. */
    Features(Panel panel, SavedModel saved) {
        this(panel, Codes.of(saved.departments()), Codes.of(saved.categories()), Codes.of(saved.stores()));
    }

    private Features(Features trained, Panel panel) {
        this(panel, trained.departments, trained.categories, trained.stores);
    }

    private Features(Panel panel, Codes departments, Codes categories, Codes stores) {
        this.cadence = Cadence.of(panel.calendar().season());
        this.calendar = panel.calendar();
        this.groups = new Groups(panel);
        this.departments = departments;
        this.categories = categories;
        this.stores = stores;
    }

    /** The same features of what is known later or earlier. */
    Features of(Panel panel) {
        return new Features(this, panel);
    }

    SavedModel saved(String trees) {
        return new SavedModel(trees, departments.names(), categories.names(), stores.names());
    }

    Cadence cadence() {
        return cadence;
    }

    final class Of {

        private final Series series;
        private final Past past;
        private final Past group;
        private final double squaredStep;

        Of(Series series) {
            this.series = series;
            this.past = new Past(series);
            this.group = groups.of(series.key());
            this.squaredStep = Math.max(0.05, series.squaredStep());
        }

        int first() {
            return past.first();
        }

        double level(int origin) {
            var windows = cadence.windows();
            var recent = past.mean(origin - windows.get(2), origin);
            var longer = past.mean(origin - windows.get(4), origin);
            return Math.max(LEAST_LEVEL, (recent + longer) / 2);
        }

        void write(Rows rows, int origin, int day, double label) {
            var level = level(origin);
            names(rows, day);
            recent(rows, origin, level);
            phases(rows, origin, day, level);
            year(rows, origin, day, level);
            days(rows, origin, day);
            prices(rows, origin, day);
            rows.end(level, label, level / squaredStep);
        }

        private void names(Rows rows, int day) {
            var key = series.key();
            rows.add(departments.of(key.department()));
            rows.add(categories.of(key.category()));
            rows.add(stores.of(key.store()));
            rows.add(calendar.day(day).phase());
            rows.add(calendar.eventCode(day));
        }

        private void recent(Rows rows, int origin, double level) {
            var windows = cadence.windows();
            rows.add(Math.log(level));
            for (var window : windows) {
                rows.add(past.mean(origin - window, origin) / level);
            }
            rows.add(past.at(origin - 1) / level);
            rows.add(past.mean(origin - 3, origin) / level);
            rows.add(past.deviation(origin - windows.get(2), origin) / level);
            rows.add(past.deviation(origin - windows.get(4), origin) / level);
            rows.add(past.busy(origin - windows.get(2), origin));
            rows.add(past.busy(origin - windows.get(4), origin));
            rows.add(Math.min(LONG_AGO, past.daysSinceSale(origin)));
            rows.add(origin - past.first());
        }

        private void phases(Rows rows, int origin, int day, double level) {
            var season = cadence.season();
            rows.add(past.phaseMean(day, season, origin, 1) / level);
            rows.add(past.phaseMean(day, season, origin, 4) / level);
            rows.add(past.phaseMean(day, season, origin, 10) / level);
            rows.add(past.phaseMean(day, season, origin, 26) / level);
            rows.add(ratio(group.phaseMean(day, season, origin, 8), group.mean(origin - 8 * season, origin)));
        }

        private void year(Rows rows, int origin, int day, double level) {
            var year = cadence.year();
            var ago = day - year * Math.ceilDiv(day + 4 - origin, year);
            var then = origin - (day - ago);
            var month = cadence.windows().get(2);
            rows.add(mean(past, ago - 7, ago + 8, origin) / level);
            rows.add(ratio(mean(past, ago - 7, ago + 8, origin), mean(past, then - month, then, origin)));
            rows.add(ratio(mean(group, ago - 3, ago + 4, origin), mean(group, then - month, then, origin)));
            rows.add(ratio(group.mean(origin - cadence.season(), origin), group.mean(origin - month, origin)));
            rows.add(ratio(group.mean(origin - month, origin), group.mean(origin - year, origin)));
        }

        private static double mean(Past of, int from, int to, int origin) {
            return to <= 0 ? 0 : of.mean(from, Math.min(to, origin));
        }

        private void days(Rows rows, int origin, int day) {
            var today = calendar.day(day);
            rows.add(day - origin + 1);
            rows.add(today.dayOfMonth());
            rows.add(today.month());
            rows.add(today.favoured().contains(series.key().region()) ? 1 : 0);
            rows.add(calendar.daysToEvent(day, EVENT_SIGHT));
            rows.add(calendar.daysSinceEvent(day, EVENT_SIGHT));
            rows.add(calendar.eventCode(day + 1));
        }

        private void prices(Rows rows, int origin, int day) {
            var prices = series.prices();
            var price = prices.at(day);
            rows.add(Math.log(price));
            rows.add(price / prices.at(origin - 1));
            rows.add(price / mean(prices, origin - cadence.windows().get(2), origin));
            rows.add(price / mean(prices, origin - cadence.windows().get(4), origin));
            rows.add(price / mean(prices, origin - cadence.year(), origin));
        }

        /** Of a sample of days: prices change by the week at most. */
        private double mean(PriceSteps prices, int from, int to) {
            var sum = 0.0;
            var count = 0;
            for (var day = Math.max(past.first(), from); day < to; day += cadence.season(), count++) {
                sum += prices.at(day);
            }
            return count == 0 ? prices.at(to - 1) : sum / count;
        }
    }

    private static double ratio(double part, double whole) {
        return whole <= 0 ? Double.NaN : Math.min(10, part / whole);
    }

    Of of(Series series) {
        return new Of(series);
    }
}
