package io.nearstock.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkbenchTests {

    private final Workbench workbench = new Workbench(3);
    private final List<Row> rows = IntStream.range(0, 10)
            .mapToObj(number -> new Row(number, Packed.of(document(number))))
            .toList();

    @Test
    void keepsNoMoreRowsUnpackedThanItHasPlaces() {
        rows.forEach(workbench::put);

        assertThat(rows.stream().filter(Row::unpack)).hasSize(7);
    }

    @Test
    void whatTheJournalHasPackedStaysPackedUntilSomebodyReadsIt() {
        var recorded = Packed.of(document(1));
        assertThat(recorded.bytes()).isNotEmpty();

        var row = new Row(1, recorded);

        assertThat(row.isPacked()).isTrue();
        assertThat(row.document()).isEqualTo(document(1));
        assertThat(row.unpack()).isTrue();
    }

    @Test
    void whatIsPackedIsWhatItWas() {
        rows.forEach(workbench::put);

        assertThat(rows).extracting(Row::document).containsExactlyElementsOf(documents());
    }

    @Test
    void whatIsUsedStays() {
        rows.subList(0, 3).forEach(workbench::put);
        workbench.put(rows.get(3)); // everybody's first chance is gone, and the oldest with it
        var first = rows.get(1);
        var _ = first.document();

        workbench.put(rows.get(4));

        assertThat(first.unpack()).isFalse();
    }

    @Test
    void whateverIsReadReplacedOrPackedInAnyOrderIsWhatWasWrittenLast() {
        rows.forEach(workbench::put);
        var expected = documents();
        var random = new Random(1);
        for (var step = 0; step < 5000; step++) {
            var chosen = random.nextInt(rows.size());
            if (random.nextBoolean()) {
                workbench.take(rows.get(chosen));
            } else {
                expected.set(chosen, document(step));
                if (rows.get(chosen).replace(Packed.of(document(step)))) {
                    workbench.put(rows.get(chosen));
                }
            }
            assertThat(rows.get(chosen).document()).isEqualTo(expected.get(chosen));
        }
        assertThat(rows).extracting(Row::document).containsExactlyElementsOf(expected);
    }

    private static List<Document> documents() {
        return new ArrayList<>(
                IntStream.range(0, 10).mapToObj(WorkbenchTests::document).toList());
    }

    private static Document document(int number) {
        return new Document("_id", number).append("deep", new Document("list", List.of("a", 1L, 2.5)));
    }
}
