package io.nearstock.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Access tokens as account-service makes them, ready as the value of an {@code Authorization} header. They are signed
 * by a key of this JVM, which a service under test fetches from the account server of {@link TestServers}.
 */
public final class TestTokens {

    static final Duration LIFE = Duration.ofHours(1); // many a test keeps one for its whole run
    private static final RSAKey KEY = key();

    private TestTokens() {}

    /** Of an account in its session {@code ses_<account>}. */
    public static String bearer(String account, String... roles) {
        return with(
                claims -> claims.subject(account).claim("sid", "ses_" + account).claim("roles", List.of(roles)));
    }

    /** Of {@code acc_staff}, who may use the functions of these scopes. */
    public static String staff(String... scopes) {
        return with(claims -> claims.subject("acc_staff")
                .claim("sid", "ses_staff")
                .claim("roles", List.of("staff"))
                .claim("scope", String.join(" ", scopes)));
    }

    /** Of {@code acc_supplier}, who acts for this supplier. */
    public static String supplier(String supplierId) {
        return with(claims -> claims.subject("acc_supplier")
                .claim("roles", List.of("supplier"))
                .claim("supplierId", supplierId));
    }

    /** Of {@code acc_mover}, who drives for this mover. */
    public static String mover(String moverId) {
        return with(claims ->
                claims.subject("acc_mover").claim("roles", List.of("mover")).claim("moverId", moverId));
    }

    /** Of another service, for {@code /internal/**}. */
    public static String service(String name) {
        return "Bearer " + serviceToken(name);
    }

    /** Of whatever the claims say; issuer, audience, times and id are there already and may be replaced. */
    public static String with(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return "Bearer " + sign(claims);
    }

    static String serviceToken(String name) {
        return sign(claims -> claims.subject(name).claim("roles", List.of("service")));
    }

    static String jwks() {
        return new JWKSet(KEY).toString();
    }

    private static String sign(UnaryOperator<JWTClaimsSet.Builder> claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(KEY.getKeyID())
                .build();
        var token = new SignedJWT(header, claims.apply(usual()).build());
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static JWTClaimsSet.Builder usual() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("http://nearstock")
                .audience("nearstock")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
