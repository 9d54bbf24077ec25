package io.nearstock.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which queries spare reading the whole table: counted by the rows that a plan reads of 1,000. */
class IndexUseTests {

    private final List<Index<Row>> indexes = List.of(
            index("_id", true, false, "+_id"),
            index("deadline", false, false, "+status", "+at"),
            index("list", false, false, "+customer", "-at", "-_id"),
            index("outbox", false, true, "+outbox.id"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {_id: 7}                                              |                   | 1
        {_id: 7, version: 3}                                  |                   | 1
        {$and: [{_id: 7}, {version: {$gte: 1}}]}              |                   | 1
        {_id: {$in: [1, 2, 2.0, 3000]}, at: 5}                |                   | 2
        {_id: {$gte: 990}}                                    |                   | 10
        {status: "due"}                                       |                   | 100
        {status: "due", at: {$lte: 50}}                       |                   | 6
        {status: "due", at: {$gt: 50, $lt: 71}}               |                   | 2
        {status: {$in: ["due", "none"]}, at: {$lt: 100}}      |                   | 10
        {status: "due", at: {$exists: true}}                  | at                | 100 in order
        {at: {$lte: 50}}                                      |                   | none
        {status: "due"}                                       | at                | 100 in order
        {customer: "c3", total: {$gt: 9}}                     | -at -_id          | 10 in order
        {customer: "c3"}                                      | at _id            | 10 in order
        {customer: "c3"}                                      | at -_id           | 10
        {customer: "c3", at: {$lt: 500}}                      | -at               | 5 in order
        {}                                                    | -_id              | 1000 in order
        {"outbox.id": {$exists: true}}                        |                   | 10
        {"outbox.id": "m500"}                                 |                   | 1
        {"outbox.id": {$exists: false}}                       |                   | none
        {total: 3}                                            |                   | none
        {$or: [{_id: 7}]}                                     |                   | none
        """)
    void readsOnlyWhatAnIndexCannotExclude(String query, String sort, String expected) {
        fill();

        assertThat(describe(Planner.best(indexes, parse(query), sort(sort)))).isEqualTo(expected);
    }

    private static String describe(Optional<Plan> plan) {
        return plan.map(chosen -> chosen.rows().count() + (chosen.ordered() ? " in order" : ""))
                .orElse("none");
    }

    private void fill() {
        for (var i = 0; i < 1000; i++) {
            var document = new Document("_id", i)
                    .append("status", i % 10 == 0 ? "due" : "done")
                    .append("at", i)
                    .append("customer", "c" + i % 100);
            if (i % 100 == 0) {
                document.append("outbox", List.of(new Document("id", "m" + i), new Document("id", "n" + i)));
            }
            var row = new Row(i + 1, Packed.of(document));
            indexes.forEach(index -> ((OrderedIndex) index).add(document, row));
        }
    }

    private static OrderedIndex index(String name, boolean unique, boolean sparse, String... fields) {
        var keys = new ArrayList<IndexKey>();
        for (var field : fields) {
            keys.add(new IndexKey(field.substring(1), field.startsWith("+")));
        }
        return new OrderedIndex(name, keys, unique, sparse);
    }

    private static Document sort(String sort) {
        var document = new Document();
        for (var field : sort == null ? new String[0] : sort.split(" ")) {
            document.append(field.replace("-", ""), field.startsWith("-") ? -1 : 1);
        }
        return document;
    }

    /** The driver reads JSON, the library's documents go over the wire. */
    private static Document parse(String json) {
        return (Document) convert(org.bson.Document.parse(json));
    }

    private static Object convert(Object value) {
        return switch (value) {
            case org.bson.Document document -> {
                var copy = new Document();
                document.forEach((name, part) -> copy.append(name, convert(part)));
                yield copy;
            }
            case List<?> list -> list.stream().map(IndexUseTests::convert).toList();
            default -> value;
        };
    }
}
