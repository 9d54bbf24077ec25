package io.nearstock.inventory.forecast.selection;

import java.util.Arrays;
import java.util.List;

/**
 * Expected sales of all series from one origin on, by series and day.
 *
 * @param origin the first day that is forecast
 */
record Said(int origin, List<double[]> means) {

    /** What the members sell together on each day. */
    double[] sum(List<Integer> members) {
        var sum = new double[means.getFirst().length];
        members.forEach(member -> add(sum, means.get(member)));
        return sum;
    }

    private static void add(double[] sum, double[] mean) {
        Arrays.setAll(sum, day -> sum[day] + mean[day]);
    }

    /** Gives each member its share of another sum; a day on which none sells stays so. */
    void share(List<Integer> members, double[] before, double[] after) {
        for (var member : members) {
            var mean = means.get(member);
            Arrays.setAll(mean, day -> before[day] > 0 ? mean[day] * after[day] / before[day] : mean[day]);
        }
    }
}
