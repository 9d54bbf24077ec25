package io.nearstock.chassis.security;

import static io.nearstock.chassis.security.Tokens.HEADER;
import static io.nearstock.chassis.security.Tokens.KEY;
import static io.nearstock.chassis.security.Tokens.SETTINGS;
import static io.nearstock.chassis.security.Tokens.key;
import static io.nearstock.chassis.security.Tokens.signer;
import static io.nearstock.chassis.security.Tokens.token;
import static io.nearstock.chassis.security.Tokens.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.nearstock.chassis.messaging.Event;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class AccessTokensTests {

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger verifications = new AtomicInteger();
    private final RevokedSessions revoked = new RevokedSessions(SETTINGS, clock);
    private final JwtDecoder verifier =
            AccessTokens.verifier(new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())), SETTINGS, clock);
    private final AccessTokens tokens = new AccessTokens(this::verify, revoked, 100, clock);

    @Test
    void knowTheCallerOfAGoodToken() {
        var good = token(
                clock.instant(),
                claims -> claims.claim("scope", "orders catalog").claim("supplierId", "sup_1"));

        var caller = Caller.of(tokens.decode(good));

        assertThat(caller.id()).isEqualTo("acc_1");
        assertThat(caller.is("customer")).isTrue();
        assertThat(caller.scopes()).containsExactlyInAnyOrder("orders", "catalog");
        assertThat(caller.sessionId()).isEqualTo("ses_1");
        assertThat(caller.supplierId()).isEqualTo("sup_1");
        assertThat(caller.moverId()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refuseAForgery(String name, String forged) {
        assertRefused(forged);
    }

    static Stream<Arguments> attacks() throws JOSEException {
        var now = new MovableClock().instant();
        return Stream.of(
                Arguments.of("no signature", new PlainJWT(usual(now).build()).serialize()),
                Arguments.of("an emptied signature", withoutSignature(token(now, claims -> claims))),
                Arguments.of("HS256 with the public key as the secret", signedWithThePublicKey(now)),
                Arguments.of("another key under our key's id", ofKey(now)),
                Arguments.of("changed claims", withOtherClaims(token(now, claims -> claims))),
                Arguments.of(
                        "a stronger algorithm than agreed",
                        token(header(JWSAlgorithm.RS512, "at+jwt"), signer(KEY), now, claims -> claims)),
                Arguments.of(
                        "an id token", token(header(JWSAlgorithm.RS256, "JWT"), signer(KEY), now, claims -> claims)),
                Arguments.of("no type", token(header(JWSAlgorithm.RS256, null), signer(KEY), now, claims -> claims)),
                Arguments.of("a refresh token", "rft_01jd3k0000000000000000000.c2VjcmV0"),
                forged("an expired token", now, claims -> claims.expirationTime(date(now, -11))),
                forged("a token that never expires", now, claims -> claims.expirationTime(null)),
                forged("a token not valid yet", now, claims -> claims.notBeforeTime(date(now, 60))),
                forged("another issuer", now, claims -> claims.issuer("http://elsewhere")),
                forged("no issuer", now, claims -> claims.issuer(null)),
                forged("another audience", now, claims -> claims.audience("elsewhere")),
                forged("no audience", now, claims -> claims.audience((String) null)),
                forged("nobody's token", now, claims -> claims.subject(null)));
    }

    @Test
    void verifyASignatureOnce() {
        var good = token(clock.instant(), claims -> claims);

        tokens.decode(good);
        tokens.decode(good);

        assertThat(verifications).hasValue(1);
    }

    @Test
    void rememberNoTokenBeyondItsExpiry() {
        var good = token(clock.instant(), claims -> claims);
        tokens.decode(good);

        clock.pass(Duration.ofSeconds(311));

        assertRefused(good);
    }

    @Test
    void refuseWhatASignedOutSessionStillHolds() {
        var good = token(clock.instant(), claims -> claims);
        var elsewhere = token(clock.instant(), claims -> claims.claim("sid", "ses_2"));
        tokens.decode(good);

        revoke("ses_1");

        assertRefused(good);
        assertThat(tokens.decode(elsewhere).getSubject()).isEqualTo("acc_1");
    }

    @Test
    @Consumes("session.revoked")
    void refuseWhatTheContractSaysIsRevoked() {
        var at = Instant.parse("2026-11-01T10:00:00Z");
        var good = token(clock.instant(), claims -> claims);

        revoked.hear(new Event("ses_1.1", "session.revoked", "ses_1", 1, at, Contracts.event("session.revoked")));

        assertRefused(good);
    }

    @Test
    void refuseAllOfAnAccountWhoseSessionsEndedButNothingNewer() {
        var before = token(clock.instant(), claims -> claims);
        revoke(null);
        clock.pass(Duration.ofSeconds(1));
        var after = token(clock.instant(), claims -> claims);

        assertRefused(before);
        assertThat(tokens.decode(after).getSubject()).isEqualTo("acc_1");
    }

    @Test
    void forgetARevocationThatNoTokenCanOutlive() {
        var at = clock.instant();
        clock.pass(Duration.ofMinutes(6));

        revoked.hear(revocation("ses_1", at));

        assertThat(tokens.decode(token(clock.instant(), claims -> claims)).getSubject())
                .isEqualTo("acc_1");
    }

    private org.springframework.security.oauth2.jwt.Jwt verify(String token) {
        verifications.incrementAndGet();
        return verifier.decode(token);
    }

    private void revoke(@Nullable String session) {
        revoked.hear(revocation(session, clock.instant()));
    }

    private static Event revocation(@Nullable String session, Instant at) {
        var payload = """
            {"accountId": "acc_1", "sessionId": %s, "at": "%s"}\
            """.formatted(session == null ? null : "\"" + session + "\"", at);
        return new Event("acc_1.1", "session.revoked", "acc_1", 1, at, payload);
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }

    private static Arguments forged(String name, Instant now, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return Arguments.of(name, token(now, claims));
    }

    private static String ofKey(Instant now) {
        return token(HEADER, signer(key("k1")), now, claims -> claims);
    }

    private static String signedWithThePublicKey(Instant now) throws JOSEException {
        var secret = KEY.toRSAPublicKey().getEncoded();
        return token(header(JWSAlgorithm.HS256, "at+jwt"), new MACSigner(secret), now, claims -> claims);
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static String withOtherClaims(String token) {
        var parts = List.of(token.split("\\."));
        var claims = new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8);
        var admin = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("customer", "admin").getBytes(StandardCharsets.UTF_8));
        return parts.get(0) + "." + admin + "." + parts.get(2);
    }

    private static JWSHeader header(JWSAlgorithm algorithm, @Nullable String type) {
        return new JWSHeader.Builder(algorithm)
                .type(type == null ? null : new JOSEObjectType(type))
                .keyID("k1")
                .build();
    }

    private static Date date(Instant now, long seconds) {
        return Date.from(now.plusSeconds(seconds));
    }
}
