package io.nearstock.account.announcement;

import static io.nearstock.account.AccountFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.account.AccountEvent;
import io.nearstock.account.AccountEvent.AccountRegistered;
import io.nearstock.account.AccountEvent.PasswordResetRequested;
import io.nearstock.account.AccountEvent.SessionRevoked;
import io.nearstock.account.AccountEvent.VerificationRequested;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class AccountAnnouncementsTests {

    private final JsonMapper json = new JsonMapper();
    private final AccountAnnouncements announcements = new AccountAnnouncements(OutboxEntries.untraced(json));

    @ParameterizedTest
    @MethodSource("events")
    @Produces({
        "account.registered",
        "account.verification_requested",
        "account.password_reset_requested",
        "session.revoked"
    })
    void sayWhatTheContractSays(String type, AccountEvent event) {
        var entry = announcements.of("acc_1", 4, List.of(event)).getFirst();

        assertThat(entry.type()).isEqualTo(type);
        assertThat(json.readTree(entry.payload())).isEqualTo(json.readTree(Contracts.event(type)));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("account.registered", new AccountRegistered("acc_1", NOW)),
                Arguments.of("account.verification_requested", new VerificationRequested("acc_1", "vrf_1", NOW)),
                Arguments.of("account.password_reset_requested", new PasswordResetRequested("acc_1", "rst_1", NOW)),
                Arguments.of("session.revoked", new SessionRevoked("acc_1", "ses_1", NOW)));
    }

    @Test
    void numberAnAggregatesMessagesWithoutGaps() {
        var entries = announcements.of(
                "acc_1", 4, List.of(new SessionRevoked("acc_1", "ses_1", NOW), new SessionRevoked("acc_1", null, NOW)));

        assertThat(entries).extracting("id").containsExactly("acc_1.5", "acc_1.6");
        assertThat(entries).extracting("sequence").containsExactly(5L, 6L);
    }
}
