package io.nearstock.catalog.quality.watch;

import static java.util.stream.Collectors.groupingBy;

import io.nearstock.catalog.quality.aspect.Mention;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What reviews say of one aspect.
 *
 * @param sentiment -1 to 1, the mean of the sentences that mention it
 * @param examples the newest of them
 */
record AspectView(String aspect, int mentions, double sentiment, List<String> examples) {

    private static final int EXAMPLES = 3;
    private static final int LONGEST = 200;

    static List<AspectView> of(Collection<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.mentions().stream())
                .collect(groupingBy(Mention::aspect))
                .values()
                .stream()
                .map(AspectView::of)
                .sorted(Comparator.comparingInt(AspectView::mentions).reversed().thenComparing(AspectView::aspect))
                .toList();
    }

    private static AspectView of(List<Mention> mentions) {
        var sentiment = mentions.stream().mapToInt(Mention::sentiment).average().orElseThrow();
        var examples =
                mentions.stream().limit(EXAMPLES).map(AspectView::shortened).toList();
        return new AspectView(
                mentions.getFirst().aspect().code(), mentions.size(), Shares.rounded(sentiment), examples);
    }

    private static String shortened(Mention mention) {
        var sentence = mention.sentence();
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }
}
