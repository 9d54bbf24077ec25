package io.nearstock.chassis.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies access tokens (RS256, {@code at+jwt}, our issuer and audience, not expired, not revoked). A signature is
 * checked once: the token is then known by its SHA-256, at most until it expires. Revocation is checked every time.
 */
final class AccessTokens implements JwtDecoder {

    private final JwtDecoder verifier;
    private final RevokedSessions revoked;
    private final Clock clock;
    private final Cache<String, Jwt> verified;

    AccessTokens(JwtDecoder verifier, RevokedSessions revoked, int cached, Clock clock) {
        this.verifier = verifier;
        this.revoked = revoked;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(cached)
                .expireAfter(Expiry.<String, Jwt>creating((_, token) -> lifeLeft(token)))
                .build();
    }

    static JwtDecoder verifier(JWKSource<SecurityContext> keys, SecuritySettings settings, Clock clock) {
        var verifier = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwtProcessorCustomizer(processor ->
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"))))
                .build();
        var times = new JwtTimestampValidator(settings.clockSkew());
        times.setClock(clock);
        verifier.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(settings.audience()),
                complete())));
        return verifier;
    }

    @Override
    public Jwt decode(String token) {
        var hash = sha256(token);
        var known = verified.getIfPresent(hash);
        var jwt = known != null && lifeLeft(known).isPositive() ? known : verify(token, hash);
        if (revoked.contain(jwt)) {
            throw new BadJwtException("revoked");
        }
        return jwt;
    }

    private Jwt verify(String token, String hash) {
        var jwt = judge(token);
        if (lifeLeft(jwt).isPositive()) {
            verified.put(hash, jwt);
        }
        return jwt;
    }

    private Jwt judge(String token) {
        try {
            return verifier.decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException unjudged) {
            throw new KeysUnavailableException(unjudged);
        }
    }

    private Duration lifeLeft(Jwt token) {
        return Duration.between(clock.instant(), requireNonNull(token.getExpiresAt()));
    }

    /** A token that lives for ever, or is nobody's, is none of ours. */
    private static OAuth2TokenValidator<Jwt> complete() {
        var incomplete = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "incomplete", null));
        return token -> token.getExpiresAt() == null || token.getSubject() == null || token.getIssuedAt() == null
                ? incomplete
                : OAuth2TokenValidatorResult.success();
    }

    private static String sha256(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
