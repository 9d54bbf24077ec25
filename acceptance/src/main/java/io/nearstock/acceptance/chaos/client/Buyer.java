package io.nearstock.acceptance.chaos.client;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Somebody who asks, and whose token is renewed before it is too old, as long as anybody renews tokens. */
public final class Buyer {

    private static final Duration FRESH = Duration.ofMinutes(2);

    private final World world;
    private final String name;
    private final String login;
    private final String password;
    private final String accountId;
    private final String email;
    private volatile Api api;
    private volatile Instant renewAt = Instant.now().plus(FRESH);

    private Buyer(World world, String name, String login, String password, String email) {
        this.world = world;
        this.name = name;
        this.login = login;
        this.password = password;
        this.email = email;
        this.api = world.signedIn(login, password);
        this.accountId = api.get("/api/accounts/me").is(200).text("/id");
    }

    static Buyer customer(World world, String name) {
        var person = world.newCustomer();
        return new Buyer(world, name, person.username(), person.password(), person.email());
    }

    static Buyer staff(World world) {
        var stack = world.stack();
        return new Buyer(world, "staff", stack.login("staff"), stack.password("staff"), "");
    }

    public String name() {
        return name;
    }

    public String accountId() {
        return accountId;
    }

    public String email() {
        return email;
    }

    public Answer ask(Function<Api, Answer> request) {
        return request.apply(api);
    }

    /** Called beside the requests: none of them waits for a token. */
    void renew() {
        if (Instant.now().isAfter(renewAt)) {
            try {
                api = world.signedIn(login, password);
                renewAt = Instant.now().plus(FRESH);
            } catch (RuntimeException | AssertionError away) {
                renewAt = Instant.now().plusSeconds(2);
            }
        }
    }
}
