package io.nearstock.catalog.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTests {

    private static final String TOKENIZER = """
        {"model": {"vocab": {"[UNK]": 100, "[CLS]": 101, "[SEP]": 102,
          "rain": 1, "##y": 2, "cafe": 3, "t": 4, "-": 5, "light": 6, "rainy": 7, "##s": 8}}}
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RAINY          | 101 7 102
        rainys  t-light | 101 7 8 4 5 6 102
        Café           | 101 3 102
        rain zebra     | 101 1 100 102
        ''             | 101 102
        rain rain rain rain rain rain rain rain | 101 1 1 1 1 1 1 102
        """)
    void cutsByTheLongestKnownPiecesAndNoLongerThanAsked(String text, String numbers) throws IOException {
        var pieces = WordPieces.of(new ByteArrayInputStream(TOKENIZER.getBytes(StandardCharsets.UTF_8)));

        assertThat(pieces.of(text, 8))
                .containsExactly(Arrays.stream(numbers.split(" ", -1))
                        .mapToLong(Long::parseLong)
                        .toArray());
    }
}
