package io.nearstock.chassis.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tokens as account-service makes them, and as it never would. */
final class Tokens {

    static final RSAKey KEY = key("k1");
    static final JWSHeader HEADER = header(KEY);
    static final SecuritySettings SETTINGS = new SecuritySettings(
            URI.create("http://localhost:1"),
            URI.create("http://localhost:1/oauth2/jwks"),
            "secret",
            "http://nearstock",
            "nearstock",
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(2),
            100);

    private Tokens() {}

    static String token(Instant now, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return token(HEADER, signer(KEY), now, claims);
    }

    static String token(JWSHeader header, JWSSigner signer, Instant now, UnaryOperator<JWTClaimsSet.Builder> claims) {
        try {
            var token = new SignedJWT(header, claims.apply(usual(now)).build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWTClaimsSet.Builder usual(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer("http://nearstock")
                .audience("nearstock")
                .subject("acc_1")
                .claim("sid", "ses_1")
                .claim("roles", List.of("customer"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    static JWSHeader header(RSAKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
    }

    static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
