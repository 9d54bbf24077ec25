package io.nearstock.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.gateway.Caller;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevokedSessionsTests {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00.500Z");

    private final RevokedSessions revoked = new RevokedSessions(
            new TokenSettings(URI.create("http://x"), "i", "a", Duration.ZERO, Duration.ofMinutes(5), 10),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void knowsTheSessionThatEndedAndNoOther() {
        revoked.add("acc_1", "ses_1", NOW);

        assertThat(revoked.has(token("ses_1", NOW))).isTrue();
        assertThat(revoked.has(token("ses_2", NOW))).isFalse();
    }

    @Test
    void endsAllOlderTokensOfAnAccountButNotTheNextSignIn() {
        revoked.add("acc_1", null, NOW);

        assertThat(revoked.has(token("ses_1", NOW.minusSeconds(2)))).isTrue();
        assertThat(revoked.has(token("ses_2", Instant.parse("2026-11-01T10:00:00Z"))))
                .isFalse();
    }

    @Test
    void keepsTheLatestOfTwoRevocationsInWhateverOrderTheyCome() {
        revoked.add("acc_1", null, NOW);
        revoked.add("acc_1", null, NOW.minusSeconds(60));

        assertThat(revoked.has(token("ses_1", NOW.minusSeconds(2)))).isTrue();
    }

    @Test
    void forgetsWhatNoLivingTokenCanMean() {
        revoked.add("acc_1", "ses_1", NOW.minus(Duration.ofMinutes(11)));

        assertThat(revoked.has(token("ses_1", NOW.minus(Duration.ofMinutes(12)))))
                .isFalse();
    }

    private static AccessToken token(String session, Instant issuedAt) {
        return new AccessToken(new Caller("acc_1", Set.of("customer")), session, issuedAt, issuedAt.plusSeconds(300));
    }
}
