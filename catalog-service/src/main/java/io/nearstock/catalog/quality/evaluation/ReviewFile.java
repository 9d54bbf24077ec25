package io.nearstock.catalog.quality.evaluation;

import io.nearstock.catalog.quality.reading.RatedText;
import io.nearstock.catalog.quality.reading.ReviewText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reviews in the format of the Women's E-Commerce Clothing Reviews: row, Title, Review Text, Rating. */
record ReviewFile(Path file) {

    private static final int MOST_STARS = 5;

    /**
     * A review of the file.
     *
     * @param stars 0 where the file does not tell
     */
    record Line(String row, ReviewText text, int stars) {

        RatedText rated() {
            return new RatedText(text, stars);
        }
    }

    List<Line> withStars() {
        return read(List.of("Title", "Review Text", "Rating"), 1);
    }

    /** Columns but the words may be missing. */
    List<Line> perhapsWithStars() {
        return read(List.of("Title", "Review Text"), 0);
    }

    private List<Line> read(List<String> required, int leastStars) {
        var lines = new ArrayList<Line>();
        new Table(file).read(required, row -> lines.add(line(row, lines.size(), leastStars)));
        if (lines.isEmpty()) {
            throw new FileProblem(file + " has no rows");
        }
        return lines;
    }

    private static Line line(Table.Row row, int count, int leastStars) {
        var name = row.text("row").isEmpty() ? Integer.toString(count) : row.text("row");
        var text = new ReviewText(row.text("Title"), row.text("Review Text"));
        var isUnknown = leastStars == 0 && row.text("Rating").isEmpty();
        return new Line(name, text, isUnknown ? 0 : row.whole("Rating", leastStars, MOST_STARS));
    }
}
