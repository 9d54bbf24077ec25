package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that nobody was given, shown to the gateway and to a service behind it. */
@ExtendWith(RunningStack.class)
class ForgedTokensIT {

    private static final String PERSONAL = "/api/accounts/me";

    private final World world;
    private final Inside inside;

    ForgedTokensIT(World world) {
        this.world = world;
        this.inside = new Inside(world.stack());
    }

    @Test
    void aTokenThatNobodySignedIsNone() {
        var jwk = world.everybody().get("/oauth2/jwks").is(200).body().at("/keys/0");
        var kid = jwk.path("kid").asString();
        var thief = Forger.ownKeys();
        var claims = Forger.claims("acc_forged");
        var tokens = new LinkedHashMap<String, String>();

        for (var none : new String[] {"none", "None", "NONE"}) {
            tokens.put("alg " + none, Forger.unsigned(Forger.header(none, kid), claims) + ".");
        }
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                        .encodeToString(Forger.publicKey(jwk).getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        tokens.put("HS256 by the public key", maced(kid, Forger.publicKey(jwk).getEncoded()));
        tokens.put("HS256 by the public key as text", maced(kid, pem.getBytes(UTF_8)));
        tokens.put(
                "another key by our key's name",
                Forger.signed(Forger.header("RS256", kid), claims, thief.getPrivate()));
        for (var odd : new String[] {"../../../../dev/null", "k1' OR '1'='1", "{\"$ne\":null}", "k".repeat(3_000)}) {
            tokens.put("kid " + odd, Forger.signed(Forger.header("RS256", odd), claims, thief.getPrivate()));
        }
        for (var place : new String[] {"jku", "x5u"}) {
            var header = Forger.header("RS256", "stolen");
            header.put(place, world.stack().mailbox() + "/keys");
            tokens.put(place, Forger.signed(header, claims, thief.getPrivate()));
        }
        var header = Forger.header("RS256", "brought");
        header.put("jwk", Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB", "kid", "brought"));
        tokens.put("jwk", Forger.signed(header, claims, thief.getPrivate()));

        tokens.forEach(this::isRefusedEverywhere);
    }

    private static String maced(String kid, byte[] secret) {
        return Forger.maced(Forger.header("HS256", kid), Forger.claims("acc_forged"), secret);
    }

    /** Signed by the right key, as a leaked backup would allow or a mistake of our own. */
    @Test
    void evenTheRightKeyMakesNoTokenOfAnotherKindOrTime() {
        var jwk = inside.signingKey();
        var kid = jwk.path("kid").asString();
        var key = Forger.privateKey(jwk);
        var account = world.newCustomer().api().get(PERSONAL).is(200).text("/id");
        var now = Instant.now().getEpochSecond();
        assertThat(world.everybody()
                        .with(Forger.signed(Forger.header("RS256", kid), Forger.claims(account), key))
                        .get(PERSONAL)
                        .status())
                .as("the same token without a fault")
                .isEqualTo(200);

        var faults = new LinkedHashMap<String, Consumer<Map<String, Object>>>();
        faults.put("expired", claims -> claims.put("exp", now - 60));
        faults.put("without an end", claims -> claims.remove("exp"));
        faults.put("not yet", claims -> claims.put("nbf", now + 600));
        faults.put("for others", claims -> claims.put("aud", "elsewhere"));
        faults.put("for nobody", claims -> claims.remove("aud"));
        faults.put("by others", claims -> claims.put("iss", "http://elsewhere"));
        faults.put("by nobody", claims -> claims.remove("iss"));
        faults.put("of nobody", claims -> claims.remove("sub"));
        faults.forEach((name, fault) -> {
            var claims = Forger.claims(account);
            fault.accept(claims);
            isRefusedEverywhere(name, Forger.signed(Forger.header("RS256", kid), claims, key));
        });
        var idToken = Forger.header("RS256", kid);
        idToken.put("typ", "JWT");
        isRefusedEverywhere("typ JWT", Forger.signed(idToken, Forger.claims(account), key));
    }

    @Test
    void aRefreshTokenOpensNothingElse() {
        var customer = world.newCustomer();
        var credentials = Map.of("login", customer.username(), "password", customer.password());
        var session = world.everybody().post("/api/sessions", credentials).is(200);

        isRefusedEverywhere("refresh token", session.text("/refreshToken"));
        isRefusedEverywhere("access token, cut", session.text("/accessToken").substring(0, 200));
        isRefusedEverywhere("access token, twice", session.text("/accessToken") + "." + session.text("/accessToken"));
    }

    @Test
    void aServicesTokenIsOfNoUseOutside() {
        var service = world.everybody().with(inside.serviceToken());

        service.get(PERSONAL).isProblem(403, "forbidden");
        service.get("/api/orders").isProblem(403, "forbidden");
        service.delete("/api/sessions").isProblem(403, "forbidden");
        service.get("/internal/holds/hld_1").isProblem(403, "forbidden");
    }

    private void isRefusedEverywhere(String name, String token) {
        var forged = world.everybody().with(token);
        assertThat(forged.get(PERSONAL).isProblem(401, "invalid_token").header("WWW-Authenticate"))
                .as(name)
                .startsWith("Bearer");
        inside.services()
                .forEach((service, address) -> assertThat(
                                forged.at(address).get("/ops/outbox").status())
                        .as("%s at %s", name, service)
                        .isEqualTo(401));
    }
}
