package io.nearstock.account;

import static io.nearstock.account.AccountFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTests {

    private static final Duration GRACE = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        presented, seconds since the last exchange, ended, answer
        3,         0,                               false, Rotated
        3,         86400,                           false, Rotated
        2,         9,                               false, Repeated
        2,         10,                              false, Reused
        1,         0,                               false, Reused
        4,         0,                               false, Reused
        3,         0,                               true,  Over
        2,         0,                               true,  Over
        3,         2592000,                         false, Over
        """)
    void aRefreshTokenIsGoodOnce(long presented, long seconds, boolean ended, String answer) {
        var session = session(ended ? NOW : null);

        var refreshed = session.refresh(presented, GRACE, NOW.plusSeconds(seconds));

        assertThat(refreshed.getClass().getSimpleName()).isEqualTo(answer);
    }

    private static Session session(@Nullable Instant endedAt) {
        return new Session("ses_1", "acc_1", 3, NOW, NOW, NOW.plus(Duration.ofDays(30)), endedAt);
    }
}
