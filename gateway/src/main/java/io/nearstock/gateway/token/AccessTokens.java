package io.nearstock.gateway.token;

import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.nearstock.gateway.Caller;
import io.nearstock.gateway.token.AccessTokens.Verdict.Bad;
import io.nearstock.gateway.token.AccessTokens.Verdict.Good;
import io.nearstock.gateway.token.AccessTokens.Verdict.Undecided;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Verifies each access token once and remembers it by its SHA-256 until it expires. */
@Component
final class AccessTokens {

    sealed interface Verdict {

        record Good(AccessToken token) implements Verdict {}

        record Bad() implements Verdict {}

        /** The keys cannot be had now. */
        record Undecided() implements Verdict {}
    }

    private final DefaultJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();
    private final Cache<ByteBuffer, AccessToken> verified;
    private final Clock clock;

    AccessTokens(JWKSource<SecurityContext> keys, TokenSettings settings, Clock clock) {
        this.clock = clock;
        verified = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterWrite(settings.lifetime())
                .build();
        verifier.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        verifier.setJWSKeySelector(new JWSVerificationKeySelector<>(RS256, keys));
        verifier.setJWTClaimsSetVerifier(claims(settings));
    }

    /** Answers at once for a token that has been verified before; empty when {@link #verify} has to look. */
    Optional<AccessToken> known(String token) {
        return Optional.ofNullable(verified.getIfPresent(digest(token)))
                .filter(known -> clock.instant().isBefore(known.expiresAt()));
    }

    /** May wait for the keys. */
    Verdict verify(String token) {
        try {
            var good = accessToken(verifier.process(token, null));
            verified.put(digest(token), good);
            return new Good(good);
        } catch (RateLimitReachedException _) {
            return new Bad(); // a key that was not there a moment ago: whoever invents names for keys learns no more
        } catch (KeySourceException _) {
            return new Undecided();
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return new Bad();
        }
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claims(TokenSettings settings) {
        var exactly = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
        var verifier = new DefaultJWTClaimsVerifier<>(
                Set.of(settings.audience()), exactly, Set.of("sub", "iat", "exp"), Set.<String>of());
        verifier.setMaxClockSkew(Math.toIntExact(settings.clockSkew().toSeconds()));
        return verifier;
    }

    private static AccessToken accessToken(JWTClaimsSet claims) throws ParseException {
        var roles = claims.getStringListClaim("roles");
        return new AccessToken(
                new Caller(claims.getSubject(), roles == null ? Set.of() : Set.copyOf(List.copyOf(roles))),
                claims.getStringClaim("sid"),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every JDK has it
        }
    }
}
