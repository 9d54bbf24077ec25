package io.nearstock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class SignInIT {

    private final World world;

    SignInIT(World world) {
        this.world = world;
    }

    @Test
    void doesNotTellAnUnknownUserFromAWrongPassword() {
        var known = world.newCustomer();

        var wrong = signIn(known.username(), "not my password 1").isProblem(401, "invalid_credentials");
        var unknown = signIn(World.unique("nobody-"), "not my password 1").isProblem(401, "invalid_credentials");

        assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
        assertThat(unknown.text("/title")).isEqualTo(wrong.text("/title"));
        assertThat(unknown.body().size()).isEqualTo(wrong.body().size());
    }

    @Test
    void takesAnEmailOnlyOnceItIsVerified() {
        var customer = world.newCustomer();

        signIn(customer.email(), customer.password()).isProblem(401, "invalid_credentials");
    }

    @Test
    void signUpSaysNothingAboutAnEmailThatIsKnown() {
        var customer = world.newCustomer();

        var first = signUp(World.unique("other-"), customer.email()).is(202);
        var fresh = signUp(World.unique("other-"), World.unique("new-") + "@example.com")
                .is(202);

        assertThat(first.body()).isEqualTo(fresh.body());
    }

    @Test
    void signUpRefusesAUsernameThatIsTaken() {
        var customer = world.newCustomer();

        signUp(customer.username(), World.unique("new-") + "@example.com").isProblem(409, "username_taken");
    }

    @Test
    void somebodyElsesOrderIsAsMissingAsOneThatNeverWas() {
        var good = world.newGood(1000, 5);
        var orderId = world.newCustomer().buy(Map.of(good.sku(), 1)).text("/id");
        var stranger = world.newCustomer();

        var theirs = stranger.order(orderId).isProblem(404, "not_found");
        var missing = stranger.order("ord_00000000000000000000000000").isProblem(404, "not_found");

        assertThat(theirs.text("/detail")).isEqualTo(missing.text("/detail"));
        stranger.api()
                .post("/api/orders/" + orderId + "/cancel", Map.of("reason", "mischief"))
                .isProblem(404, "not_found");
        world.everybody().get("/api/orders/" + orderId).isProblem(401, "unauthenticated");
    }

    @Test
    void aRefreshTokenThatIsUsedTwiceEndsTheSession() {
        var customer = world.newCustomer();
        var session = signIn(customer.username(), customer.password()).is(200);
        var refresh = Map.of("refreshToken", session.text("/refreshToken"));

        var renewed = world.everybody().post("/api/sessions/refresh", refresh).is(200);
        var stolen = world.everybody().post("/api/sessions/refresh", refresh);

        if (stolen.status() == 200) {
            assertThat(stolen.text("/refreshToken")).isEqualTo(renewed.text("/refreshToken"));
        } else {
            stolen.isProblem(401, "invalid_refresh_token");
        }
    }

    private Answer signIn(String login, String password) {
        return world.everybody().post("/api/sessions", Map.of("login", login, "password", password));
    }

    private Answer signUp(String username, String email) {
        var body = Map.of("username", username, "email", email, "password", "plum-Lantern 47 quay");
        return world.everybody().post("/api/accounts", body);
    }
}
