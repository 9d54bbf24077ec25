package io.nearstock.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealsTests {

    private final Seals seals = new Seals(new byte[32]);

    @Test
    void areOpenedForTheirPurposeOnly() {
        var token = seals.seal("verification", "vrf_1");

        assertThat(seals.open("verification", token)).contains("vrf_1");
        assertThat(seals.open("password-reset", token)).isEmpty();
    }

    @Test
    void areNotOpenedOnceTouched() {
        var token = seals.seal("refresh", "ses_1.1");

        assertThat(seals.open("refresh", token.replace("ses_1.1", "ses_1.2"))).isEmpty();
        assertThat(seals.open("refresh", token + "A")).isEmpty();
        assertThat(seals.open("refresh", "no seal at all")).isEmpty();
        assertThat(seals.open("refresh", new Seals(new byte[] {1}).seal("refresh", "ses_1.1")))
                .isEmpty();
    }
}
