package io.nearstock.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountKeysTests {

    private static final RSAKey NEXT = Tokens.key("k2");

    private final MovableClock clock = new MovableClock();
    private final AccountKeys keys = new AccountKeys(this::fetch, Duration.ofMinutes(5), Duration.ofSeconds(2), clock);
    private @Nullable JWKSet published = new JWKSet(Tokens.KEY.toPublicJWK());
    private int fetches;

    @Test
    void areFetchedOnce() throws KeySourceException {
        find("k1");
        find("k1");

        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void stayGoodWhileAccountServiceIsAway() throws KeySourceException {
        find("k1");
        published = null;
        clock.pass(Duration.ofHours(3));

        assertThat(find("k1")).hasSize(1);
    }

    @Test
    void areFetchedAnewForATokenOfANewKey() throws KeySourceException {
        find("k1");
        published = new JWKSet(List.of(Tokens.KEY.toPublicJWK(), NEXT.toPublicJWK()));
        clock.pass(Duration.ofSeconds(2));

        assertThat(find("k2")).hasSize(1);
    }

    @Test
    void forgetAKeyThatWasTakenBack() throws KeySourceException {
        find("k1");
        published = new JWKSet(NEXT.toPublicJWK());
        clock.pass(Duration.ofMinutes(5));

        assertThat(find("k1")).isEmpty();
    }

    @Test
    void areNotAskedForAtEachForgedKeyId() throws KeySourceException {
        for (int i = 0; i < 50; i++) {
            assertThat(find("forged" + i)).isEmpty();
        }

        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void admitThatTheyHaveNeverBeenSeen() throws KeySourceException {
        published = null;

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("k1"));

        published = new JWKSet(Tokens.KEY.toPublicJWK());
        clock.pass(Duration.ofSeconds(2));
        assertThat(find("k1")).hasSize(1);
    }

    private List<JWK> find(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private JWKSet fetch() throws IOException {
        fetches++;
        if (published == null) {
            throw new IOException("connection refused");
        }
        return published;
    }
}
