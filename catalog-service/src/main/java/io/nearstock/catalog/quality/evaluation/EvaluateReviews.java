package io.nearstock.catalog.quality.evaluation;

import io.nearstock.catalog.quality.aspect.Mention;
import io.nearstock.catalog.quality.aspect.Mentions;
import io.nearstock.catalog.quality.reading.RatingModel;
import io.nearstock.catalog.quality.reading.RememberedMeanings;
import io.nearstock.catalog.quality.reading.SentenceModel;
import io.nearstock.catalog.quality.reading.TrainRatingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Learns from one file of reviews as the service's model was learned, and reads another. */
final class EvaluateReviews {

    public static void main(String[] words) {
        try {
            var wishes = Wishes.of(List.of(words));
            try (var model = SentenceModel.load()) {
                run(wishes, new RememberedMeanings(model));
            }
        } catch (FileProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
        } catch (IOException failure) {
            System.err.println("cannot read or write: " + failure.getMessage());
            System.exit(1);
        }
    }

    private EvaluateReviews() {}

    static void run(Wishes wishes, RememberedMeanings meanings) throws IOException {
        var began = Instant.now();
        var known = new ReviewFile(wishes.train()).withStars();
        requireBoth(known);
        if (wishes.folds() > 0) {
            new CrossValidation(known, wishes.folds(), wishes.seed(), meanings).print(System.out);
        }
        if (wishes.prediction().isPresent()) {
            predict(wishes.prediction().get(), known, meanings, began);
        }
    }

    private static void requireBoth(List<ReviewFile.Line> known) {
        var lows = known.stream().filter(line -> line.rated().isLow()).count();
        if (lows < 10 || known.size() - lows < 10) {
            throw new FileProblem("to learn from, there must be ten reviews with low ratings and ten with others");
        }
    }

    private static void predict(
            Wishes.Prediction wish, List<ReviewFile.Line> known, RememberedMeanings meanings, Instant began)
            throws IOException {
        var unknown = new ReviewFile(wish.file()).perhapsWithStars();
        var rated = known.stream().map(ReviewFile.Line::rated).toList();
        var model = TrainRatingModel.of(rated, meanings);
        say("learned from %d reviews in %d s".formatted(known.size(), seconds(began)));
        var texts = unknown.stream().map(ReviewFile.Line::text).toList();
        var said = model.probabilitiesOfLow(texts, meanings);
        write(wish, unknown, said, model);
        say("read %d others, done after %d s".formatted(unknown.size(), seconds(began)));
        if (unknown.stream().allMatch(line -> line.stars() > 0)) {
            new Scored("nearstock", said, model.threshold(), unknown).print(System.out);
        }
    }

    private static void write(Wishes.Prediction wish, List<ReviewFile.Line> lines, double[] said, RatingModel model)
            throws IOException {
        var mentions = new Mentions();
        try (var out = Files.newBufferedWriter(wish.out())) {
            out.write("row,probability,low,aspects\n");
            for (var at = 0; at < said.length; at++) {
                var line = lines.get(at);
                var low = said[at] >= model.threshold() ? 1 : 0;
                out.write(String.format(
                        Locale.ROOT, "%s,%.6f,%d,%s\n", line.row(), said[at], low, aspects(mentions, line)));
            }
        }
    }

    /** For example {@code fit- colour+}: each aspect once, with the sum of what the sentences say of it. */
    private static String aspects(Mentions mentions, ReviewFile.Line line) {
        var found = mentions.in(line.text().title() + "\n" + line.text().text());
        return found.stream()
                .collect(Collectors.groupingBy(Mention::aspect, Collectors.summingInt(Mention::sentiment)))
                .entrySet()
                .stream()
                .map(entry -> new Mention(entry.getKey(), Integer.signum(entry.getValue()), "").code())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static void say(String what) {
        System.out.println(what);
    }

    private static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }
}
