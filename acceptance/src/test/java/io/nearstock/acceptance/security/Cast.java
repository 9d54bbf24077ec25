package io.nearstock.acceptance.security;

import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.World;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** One caller of each kind, with accounts of their own, at an address of this machine. */
public final class Cast {

    private static final String PASSWORD = "walnut-Ferry 29 dusk";

    private static final Duration TOKEN_SERVES = Duration.ofMinutes(4);

    private final World world;
    private final String address;
    private final Map<Role, String> logins = new EnumMap<>(Role.class);
    private final Map<Role, Api> apis = new EnumMap<>(Role.class);
    private final Map<Role, Instant> signedInUntil = new EnumMap<>(Role.class);

    public Cast(World world, String address) {
        this.world = world;
        this.address = address;
        apis.put(Role.NOBODY, world.everybody().from(address));
        var admin = world.signedIn(world.stack().login("admin"), world.stack().password("admin"));
        for (var role : Role.values()) {
            if (role != Role.NOBODY) {
                logins.put(role, open(admin, role));
            }
        }
    }

    private static String open(Api admin, Role role) {
        var name = World.unique("cast-");
        var account = new HashMap<String, Object>(role.access());
        account.putAll(Map.of("username", name, "email", name + "@example.com", "password", PASSWORD));
        admin.post("/api/admin/accounts", account).is(201);
        return name;
    }

    /** Signed in anew before the token expires. */
    public synchronized Api as(Role role) {
        if (role != Role.NOBODY && Instant.now().isAfter(signedInUntil.getOrDefault(role, Instant.MIN))) {
            signedInUntil.put(role, Instant.now().plus(TOKEN_SERVES));
            apis.put(role, signedInAnew(role).from(address));
        }
        return Objects.requireNonNull(apis.get(role));
    }

    /** In a session that may be ended. */
    Api signedInAnew(Role role) {
        return role == Role.NOBODY
                ? world.everybody()
                : world.signedIn(Objects.requireNonNull(logins.get(role)), PASSWORD);
    }
}
