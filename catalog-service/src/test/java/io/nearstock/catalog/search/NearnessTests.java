package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearnessTests {

    @ParameterizedTest
    @CsvSource({
        "lantern, lantern, 1",
        "lantern, lantren, 0.857",
        "lantern, lanterns, 0.857",
        "lantern, lanten, 0.833",
        "lantern, lentarn, 0.714",
        "möbel, möbeln, 0.8"
    })
    void isLessByEachLetterThatIsWrong(String word, String near, String expected) {
        var nearness = Nearness.to(new Term("words", word), 2).of(new BytesRef(near));
        assertThat(nearness).isCloseTo(Float.parseFloat(expected), within(0.001f));
    }
}
