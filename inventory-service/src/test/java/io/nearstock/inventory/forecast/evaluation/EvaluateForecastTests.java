package io.nearstock.inventory.forecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateForecastTests {

    @TempDir
    private Path folder;

    private static String sales(int days, String last) {
        var header = IntStream.rangeClosed(1, days).mapToObj(day -> "d_" + day).collect(Collectors.joining(","));
        var sold = IntStream.range(1, days).mapToObj(day -> "" + day % 7).collect(Collectors.joining(","));
        return "item_id,store_id," + header + "\nmug,WI_9," + sold + "," + last + "\n";
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<String> evaluate(Path sales, String... more) throws IOException {
        var out = folder.resolve("out.csv");
        var words = List.of("--sales", sales.toString(), "--horizon", "5", "--out", out.toString());
        EvaluateForecast.run(Wishes.of(IntStream.range(0, words.size() + more.length)
                .mapToObj(word -> word < words.size() ? words.get(word) : more[word - words.size()])
                .toList()));
        return Files.readAllLines(out);
    }

    @Test
    void everyDayAheadHasALineUnderTheDocumentedHeader() throws IOException {
        var lines = evaluate(file("sales.csv", sales(60, "4")), "--train-to", "d_60");
        assertThat(lines).hasSize(6).first().isEqualTo("item_id,store_id,day,mean,p10,p50,p90");
        assertThat(lines.getLast()).startsWith("mug,WI_9,d_65,");
    }

    @Test
    void whatIsAfterTheTrainingIsNotReadAsInput() throws IOException {
        var one = evaluate(file("one.csv", sales(60, "4")), "--train-to", "d_59");
        var other = evaluate(file("other.csv", sales(60, "999")), "--train-to", "d_59");
        assertThat(other).isEqualTo(one);
    }

    @Test
    void aCompressedFileIsReadAsWell() throws IOException {
        var packed = folder.resolve("sales.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(file("sales.csv", sales(60, "4"))));
        }
        assertThat(evaluate(packed, "--train-to", "60")).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "d_61, 4, end on d_60",
        "d_9, 4, too early",
        "d_x, 4, is a number",
        "d_50, many, not a number",
        "d_50, -3, never sold"
    })
    void whatCannotBeFollowedIsSaid(String trainTo, String last, String complaint) throws IOException {
        var sales = file("sales.csv", sales(60, last));
        assertThatThrownBy(() -> evaluate(sales, "--train-to", trainTo))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aFileOfAnotherKindIsSaid() throws IOException {
        var other = file("other.csv", "name,age\nx,3\n");
        assertThatThrownBy(() -> evaluate(other, "--train-to", "d_50")).hasMessageContaining("no column item_id");
        assertThatThrownBy(() -> evaluate(folder.resolve("gone.csv"), "--train-to", "d_50"))
                .hasMessageContaining("there is no file");
    }

    @Test
    void pricesNeedACalendar() throws IOException {
        var prices = file("prices.csv", "store_id,item_id,wm_yr_wk,sell_price\n");
        assertThatThrownBy(() -> evaluate(prices, "--train-to", "d_50", "--prices", prices.toString()))
                .hasMessageContaining("--calendar");
    }
}
