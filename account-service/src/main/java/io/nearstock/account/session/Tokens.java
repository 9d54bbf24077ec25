package io.nearstock.account.session;

import io.nearstock.account.Account;
import io.nearstock.account.Seals;
import io.nearstock.account.Session;
import io.nearstock.chassis.web.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes the two tokens of a session: a signed one for the services, a sealed one for itself. */
@Component
final class Tokens {

    /** What a client gets; the life is in seconds. */
    record Granted(String accessToken, String refreshToken, long expiresIn, String tokenType) {}

    /** What a refresh token says. */
    record Ticket(String session, long generation) {}

    private static final String PURPOSE = "refresh";
    private static final JwsHeader HEADER =
            JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build();

    private final JwtEncoder encoder;
    private final Seals seals;
    private final SessionSettings settings;

    Tokens(JwtEncoder encoder, Seals seals, SessionSettings settings) {
        this.encoder = encoder;
        this.seals = seals;
        this.settings = settings;
    }

    Granted grant(Account account, Session session, long generation, Instant now) {
        var access = encoder.encode(JwtEncoderParameters.from(HEADER, claims(account, session, now)));
        var refresh = seals.seal(PURPOSE, session.id() + "." + generation);
        return new Granted(access.getTokenValue(), refresh, settings.tokenLife().toSeconds(), "Bearer");
    }

    Optional<Ticket> read(String refreshToken) {
        return seals.open(PURPOSE, refreshToken).map(text -> {
            int dot = text.lastIndexOf('.');
            return new Ticket(text.substring(0, dot), Long.parseLong(text.substring(dot + 1)));
        });
    }

    private JwtClaimsSet claims(Account account, Session session, Instant now) {
        var issuedAt = issuedAt(account, now);
        var access = account.access();
        var claims = JwtClaimsSet.builder()
                .id(Ids.next("jti"))
                .issuer(settings.issuer())
                .audience(List.of("nearstock"))
                .subject(account.id())
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plus(settings.tokenLife()))
                .claim("sid", session.id())
                .claim("roles", List.copyOf(access.roles()));
        if (!access.scopes().isEmpty()) {
            claims.claim("scope", String.join(" ", access.scopes()));
        }
        if (access.supplierId() != null) {
            claims.claim("supplierId", access.supplierId());
        }
        if (access.moverId() != null) {
            claims.claim("moverId", access.moverId());
        }
        return claims.build();
    }

    /** A token tells only the second of its issue, and services deny those up to the moment when all sessions ended. */
    private static Instant issuedAt(Account account, Instant now) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var end = account.sessionsEnd();
        return end == null || second.isAfter(end.at())
                ? second
                : end.at().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}
