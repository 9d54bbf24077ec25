package io.nearstock.catalog.quality.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void aNegationReachesAFewWordsAndNoFurtherThanBut() {
        assertThat(Words.marked("Isn’t soft but warm. not very very very very nice"))
                .containsExactly(
                        "isn't",
                        "soft_not",
                        "but",
                        "warm",
                        ".",
                        "not",
                        "very_not",
                        "very_not",
                        "very_not",
                        "very_not",
                        "nice");
    }

    @Test
    void twoNegationsBeginAnew() {
        assertThat(Words.marked("never not warm")).containsExactly("never", "not_not", "warm_not");
    }
}
