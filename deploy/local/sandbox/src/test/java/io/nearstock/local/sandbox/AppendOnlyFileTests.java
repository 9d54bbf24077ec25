package io.nearstock.local.sandbox;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendOnlyFileTests {

    @TempDir
    private Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void choosePath() {
        path = folder.resolve("lines");
    }

    @Test
    void readsALineAtItsPosition() throws IOException {
        try (var file = new AppendOnlyFile(path)) {
            file.append("first");
            var position = file.append("zweite, größer");
            file.append("third");

            assertThat(file.read(position)).isEqualTo("zweite, größer");
        }
    }

    @Test
    void readsALineThatIsLongerThanItsChunks() throws IOException {
        var line = "0123456789".repeat(1000);
        try (var file = new AppendOnlyFile(path)) {
            file.append("first");

            assertThat(file.read(file.append(line))).isEqualTo(line);
        }
    }

    @Test
    void showsItsLinesAgainWhenItIsOpenedAgain() throws IOException {
        try (var file = new AppendOnlyFile(path)) {
            file.append("first");
            file.append("second");
        }
        try (var file = new AppendOnlyFile(path)) {
            assertThat(lines(file)).containsExactly("first", "second");
        }
    }

    @Test
    void cutsOffALineThatWasHalfWrittenWhenTheProcessWasKilled() throws IOException {
        try (var file = new AppendOnlyFile(path)) {
            file.append("first");
        }
        Files.writeString(path, "half", APPEND);
        try (var file = new AppendOnlyFile(path)) {
            file.append("second");

            assertThat(lines(file)).containsExactly("first", "second");
        }
    }

    private static List<String> lines(AppendOnlyFile file) {
        var lines = new ArrayList<String>();
        file.forEach((_, line) -> lines.add(line));
        return lines;
    }
}
