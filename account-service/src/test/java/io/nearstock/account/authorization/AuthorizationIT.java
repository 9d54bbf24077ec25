package io.nearstock.account.authorization;

import static io.nearstock.account.Client.assertProblem;
import static io.nearstock.account.Client.body;
import static io.nearstock.account.Client.text;
import static io.nearstock.account.RunningService.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.nearstock.account.Client;
import io.nearstock.account.RunningService;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RunningService
class AuthorizationIT {

    private final MockMvcTester http;
    private final JwtDecoder decoder;

    AuthorizationIT(MockMvcTester http, JwtDecoder decoder) {
        this.http = http;
        this.decoder = decoder;
    }

    @Test
    void aServiceGetsATokenOfItsOwn() throws ParseException {
        var answer = nobody().token("order-service", "order secret");

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.expires_in")
                .asNumber()
                .satisfies(life -> assertThat(life.intValue()).isBetween(3590, 3600));
        var token = SignedJWT.parse(text(answer, "$.access_token"));
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(token.getHeader().getKeyID()).startsWith("k");
        var claims = decoder.decode(token.serialize());
        assertThat(claims.getSubject()).isEqualTo("order-service");
        assertThat(claims.getAudience()).containsExactly("nearstock");
        assertThat(claims.getClaimAsStringList("roles")).containsExactly("service");
    }

    @Test
    void aWrongSecretAndAnUnknownClientAreRefusedAlike() {
        var wrong = nobody().token("order-service", "guess");
        var unknown = nobody().token("no-service", "guess");
        var withoutSecret = nobody().token("catalog-service", "guess");

        assertThat(wrong).hasStatus(401).bodyText().isEqualTo(body(unknown)).contains("invalid_client");
        assertThat(withoutSecret).hasStatus(401);
    }

    @Test
    void theKeySetShowsPublicKeysOnly() {
        var keys = nobody().get("/oauth2/jwks");

        assertThat(keys)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.keys[0].kid")
                .asString()
                .startsWith("k");
        assertThat(keys).bodyJson().doesNotHavePath("$.keys[0].d").doesNotHavePath("$.keys[0].p");
    }

    @Test
    void theConfigurationNamesWhatIsOffered() {
        assertThat(nobody().get("/.well-known/openid-configuration"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"issuer": "http://nearstock", "token_endpoint": "http://localhost:8080/oauth2/token",
                     "jwks_uri": "http://localhost:8080/oauth2/jwks", "grant_types_supported": ["client_credentials"]}\
                    """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/authorize", "/oauth2/introspect", "/connect/register", "/userinfo"})
    void nothingElseOfOAuthIsOpen(String path) {
        assertThat(nobody().get(path)).hasStatus(401);
    }

    @Test
    void aNewKeySignsAndTheOldOneIsStillKnown() {
        var admin = admin();
        var old = text(nobody().token("order-service", "order secret"), "$.access_token");

        var kid = text(admin.post("/api/admin/signing-keys", ""), "$.kid");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var fresh = text(nobody().token("order-service", "order secret"), "$.access_token");
            assertThat(SignedJWT.parse(fresh).getHeader().getKeyID()).isEqualTo(kid);
        });
        assertThat(decoder.decode(old).getSubject()).isEqualTo("order-service");
        assertThat(admin.get("/api/accounts/me")).hasStatusOk();
    }

    @Test
    void aPartnersProgramActsForItsSupplierUntilItIsRevoked() {
        var admin = admin();
        var issued = admin.post("/api/partner-clients", """
            {"name": "tea importer", "supplierId": "sup_1"}\
            """);
        var id = text(issued, "$.id");
        var first = text(issued, "$.secret");

        var claims = decoder.decode(text(nobody().token(id, first), "$.access_token"));
        assertThat(claims.getClaimAsStringList("roles")).containsExactly("supplier");
        assertThat(claims.getClaimAsString("supplierId")).isEqualTo("sup_1");

        var second = text(admin.post("/api/partner-clients/" + id + "/rotate", ""), "$.secret");
        assertThat(nobody().token(id, first)).hasStatus(401);
        var program = nobody().with(text(nobody().token(id, second), "$.access_token"));
        assertProblem(program.get("/api/accounts/me"), 404, "not_found");

        assertThat(admin.post("/api/partner-clients/" + id + "/revoke", "")).hasStatus(204);
        assertThat(nobody().token(id, second)).hasStatus(401);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertProblem(program.get("/api/accounts/me"), 401, "invalid_token"));
        assertProblem(admin.post("/api/partner-clients/" + id + "/rotate", ""), 404, "not_found");
    }

    @Test
    void partnerClientsAreListedWithoutTheirSecrets() {
        var admin = admin();
        admin.post("/api/partner-clients", "{\"name\": \"a\", \"supplierId\": \"sup_1\"}");
        admin.post("/api/partner-clients", "{\"name\": \"b\", \"supplierId\": \"sup_2\"}");

        var page = admin.get("/api/partner-clients?limit=1");
        assertThat(page).hasStatusOk().bodyText().doesNotContain("secret").contains("\"name\":\"b\"");

        var next = admin.get("/api/partner-clients?limit=1&cursor=" + text(page, "$.nextCursor"));
        assertThat(next).hasStatusOk().bodyText().doesNotContain("\"name\":\"b\"");
    }

    private Client nobody() {
        return Client.at(http);
    }

    private Client admin() {
        return nobody().with(text(nobody().signIn("admin", ADMIN_PASSWORD), "$.accessToken"));
    }
}
