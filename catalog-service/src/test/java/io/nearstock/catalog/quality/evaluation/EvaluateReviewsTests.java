package io.nearstock.catalog.quality.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nearstock.catalog.quality.reading.Meanings;
import io.nearstock.catalog.quality.reading.RememberedMeanings;
import io.nearstock.catalog.quality.reading.ReviewText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a sentence model that knows nothing: words alone must do. */
class EvaluateReviewsTests {

    private static final String HEADER = "row,Title,Review Text,Rating\n";

    @TempDir
    private Path folder;

    private static float[] nothing(ReviewText text) {
        var vector = new float[Meanings.DIMENSIONS];
        vector[text.text().length() % vector.length] = 1;
        return vector;
    }

    private static String known() {
        return HEADER
                + IntStream.range(0, 120)
                        .mapToObj(row -> row % 4 == 0
                                ? row + ",Awful,\"it ripped, number " + row + " was awful\",1"
                                : row + ",Lovely,\"soft fabric, number " + row + " is lovely\",5")
                        .collect(Collectors.joining("\n"));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<String> predict(String unknown) throws IOException {
        var out = folder.resolve("out.csv");
        var wishes = Wishes.of(List.of(
                "--train",
                file("known.csv", known()).toString(),
                "--predict",
                file("unknown.csv", unknown).toString(),
                "--out",
                out.toString()));
        EvaluateReviews.run(wishes, new RememberedMeanings(EvaluateReviewsTests::nothing));
        return Files.readAllLines(out);
    }

    private static double probability(String line) {
        return Double.parseDouble(List.of(line.split(",", -1)).get(1));
    }

    @Test
    void everyReviewHasALineWithoutItsStarsBeingKnown() throws IOException {
        var lines = predict(
                "row,Title,Review Text\n7,Awful,it ripped and was awful\n9,Lovely,\"soft\nfabric, lovely\"\n11,,\n");
        assertThat(lines).hasSize(4).first().isEqualTo("row,probability,low,aspects");
        assertThat(lines.get(1)).startsWith("7,").endsWith(",1,durability-");
        assertThat(lines.get(2)).startsWith("9,").endsWith(",0,material+ style+");
        assertThat(probability(lines.get(1))).isGreaterThan(0.5);
        assertThat(probability(lines.get(2))).isLessThan(0.1);
        assertThat(lines.get(3)).startsWith("11,");
    }

    @Test
    void starsOfTheOthersAreNotReadAsInput() throws IOException {
        var one = predict(HEADER + "7,Awful,it ripped and was awful,1\n9,Lovely,soft fabric,5\n");
        var other = predict(HEADER + "7,Awful,it ripped and was awful,5\n9,Lovely,soft fabric,1\n");
        assertThat(other).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "'row,Title\n1,a\n', no column Review Text",
        "'row,Title,Review Text,Rating\n1,a,b,6\n', is not a number from 1 to 5",
        "'row,Title,Review Text,Rating\n1,a,b,5\n', ten reviews with low ratings",
        "'row,Title,Review Text,Rating\n', has no rows",
    })
    void whatCannotBeLearnedFromIsSaid(String content, String problem) throws IOException {
        var wishes = Wishes.of(List.of("--train", file("known.csv", content).toString(), "--folds", "2"));
        assertThatThrownBy(() -> EvaluateReviews.run(wishes, new RememberedMeanings(EvaluateReviewsTests::nothing)))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"--train", "--shoes 3", "--train a --predict b", "--predict b --out c", "--train a --folds 1"})
    void whatIsAskedWronglyIsSaid(String words) {
        assertThatThrownBy(() -> Wishes.of(List.of(words.split(" ", -1)))).isInstanceOf(FileProblem.class);
    }
}
