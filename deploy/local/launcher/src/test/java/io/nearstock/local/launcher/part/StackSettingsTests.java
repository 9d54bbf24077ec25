package io.nearstock.local.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackSettingsTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "30001"})
    void refuseAnOffsetThatMakesNoPorts(String offset) {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> StackSettings.of(Map.of("NEARSTOCK_PORT_OFFSET", offset)))
                .withMessageContaining("NEARSTOCK_PORT_OFFSET");
    }

    @Test
    void showNoMailboxWhereARealServerTakesTheMails() {
        var addresses = new Addresses(StackSettings.of(Map.of("SMTP_URL", "smtp://elsewhere")));

        assertThat(addresses.mailbox()).isEmpty();
        assertThat(addresses.smtp()).isEqualTo("smtp://elsewhere");
        assertThat(addresses.payments()).isEqualTo("http://localhost:8090/payments");
    }
}
