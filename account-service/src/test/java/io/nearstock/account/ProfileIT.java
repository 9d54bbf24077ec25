package io.nearstock.account;

import static io.nearstock.account.Client.PASSWORD;
import static io.nearstock.account.Client.assertProblem;
import static io.nearstock.account.Client.body;
import static io.nearstock.account.Client.text;
import static io.nearstock.account.RunningService.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What customers say of themselves, and what staff open for others. */
@RunningService
class ProfileIT {

    private final Newcomer newcomer;
    private final String name;

    ProfileIT(MockMvcTester http, Accounts accounts, Seals seals) {
        this.newcomer = new Newcomer(http, accounts, seals);
        this.name = newcomer.name();
    }

    @Test
    void aProfileIsChangedAsItWasLastSeen() {
        newcomer.customer();
        var me = newcomer.somebody().signedIn(name);
        var tag = me.get("/api/accounts/me").getResponse().getHeader("ETag");
        var patch = """
            {"displayName": null, "interests": ["tea"], "addresses": [{"label": "home", "line1": "1 Mill Road",
             "city": "Cambridge", "postcode": "CB1 2AD", "country": "GB",
             "position": {"type": "Point", "coordinates": [0.1365, 52.2003]}}]}\
            """;

        assertProblem(me.patch("/api/accounts/me", patch, null), 428, "if_match_required");
        var changed = me.patch("/api/accounts/me", patch, tag);
        assertProblem(me.patch("/api/accounts/me", patch, tag), 412, "stale_version");

        assertThat(changed).hasStatusOk().containsHeader("ETag");
        assertThat(changed)
                .bodyJson()
                .extractingPath("$.addresses[0].position.coordinates[0]")
                .isEqualTo(0.1365);
        assertThat(body(changed)).doesNotContain("Ada");
        assertThat(me.get("/api/accounts/me"))
                .bodyJson()
                .extractingPath("$.interests")
                .isEqualTo(List.of("tea"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"roles": ["admin"]}                          | 400 | unknown_field   | /roles
        {"addresses": [{"lbl": "home"}]}              | 400 | unknown_field   | /addresses/0/lbl
        {"addresses": "none"}                         | 400 | malformed_body  | /addresses
        {"locale": "English please"}                  | 422 | invalid_request | /locale
        {"addresses": [{"label": "home"}]}            | 422 | invalid_request | *
        """)
    void aProfileThatMakesNoSenseIsRefused(String patch, int status, String code, String pointer) {
        newcomer.customer();
        var me = newcomer.somebody().signedIn(name);
        var tag = me.get("/api/accounts/me").getResponse().getHeader("ETag");

        var answer = me.patch("/api/accounts/me", patch, tag);

        assertProblem(answer, status, code);
        if (!pointer.equals("*")) {
            assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        }
    }

    @Test
    void theFirstAdministratorGivesRolesAndStaffDoNotMakeStaff() {
        var admin =
                newcomer.somebody().with(text(newcomer.somebody().signIn("admin", ADMIN_PASSWORD), "$.accessToken"));

        var staff = open(admin, "staff" + name, "\"roles\": [\"staff\"], \"scopes\": [\"orders\"]");
        assertThat(staff)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.emailVerified")
                .isEqualTo(true);
        var clerk = newcomer.somebody().signedIn("staff" + name + "@example.com");

        assertProblem(open(clerk, "boss" + name, "\"roles\": [\"admin\"]"), 403, "forbidden");
        assertThat(open(clerk, "mover" + name, "\"roles\": [\"mover\"], \"moverId\": \"mov_1\""))
                .hasStatus(201);
        assertProblem(open(clerk, "supp" + name, "\"roles\": [\"supplier\"]"), 422, "invalid_request");
        var supplier = "\"roles\": [\"supplier\"], \"supplierId\": \"sup_1\"";
        assertProblem(open(clerk, "supp" + name, supplier), 403, "forbidden");
        assertThat(open(admin, "buyer" + name, "\"roles\": [\"staff\"], \"scopes\": [\"inventory\"]"))
                .hasStatus(201);
        var buyer = newcomer.somebody().signedIn("buyer" + name + "@example.com");
        assertThat(open(buyer, "supp" + name, supplier)).hasStatus(201);
        assertProblem(open(buyer, "mover2" + name, "\"roles\": [\"mover\"], \"moverId\": \"mov_1\""), 403, "forbidden");
        assertProblem(open(clerk, "staff" + name, "\"roles\": [\"customer\"]"), 409, "username_taken");
        assertProblem(open(newcomer.somebody(), "x" + name, "\"roles\": [\"customer\"]"), 401, "unauthenticated");
        newcomer.customer();
        assertProblem(
                open(newcomer.somebody().signedIn(name), "x" + name, "\"roles\": [\"customer\"]"), 403, "forbidden");
    }

    private static MvcTestResult open(Client by, String username, String access) {
        return by.post("/api/admin/accounts", """
            {"username": "%s", "email": "%s@example.com", "password": "%s", %s}\
            """.formatted(username, username, PASSWORD, access));
    }
}
