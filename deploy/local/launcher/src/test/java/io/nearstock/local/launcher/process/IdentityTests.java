package io.nearstock.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTests {

    private final Identity ours = new Identity(Instant.parse("2026-11-01T10:00:00Z"), "/home/ada/.nearstock");

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', nullValues = "untold", textBlock = """
        started at           | command line                   | is ours
        2026-11-01T10:00:00Z | java -Dmark=/home/ada/.nearstock | true
        2026-11-01T10:00:01Z | java -Dmark=/home/ada/.nearstock | true
        2026-11-01T10:00:00Z | untold                         | true
        untold               | java -Dmark=/home/ada/.nearstock | true
        2026-11-01T11:00:00Z | java -Dmark=/home/ada/.nearstock | false
        2026-11-01T10:00:00Z | vi notes.txt                   | false
        untold               | untold                         | false
        """)
    void isTheStartTimeAndAMarkOnTheCommandLine(
            @Nullable Instant startedAt, @Nullable String commandLine, boolean isOurs) {
        assertThat(ours.isOf(Optional.ofNullable(startedAt), Optional.ofNullable(commandLine)))
                .isEqualTo(isOurs);
    }
}
