package io.nearstock.local.launcher.local;

import java.util.List;

/**
 * Somebody who can sign in from the beginning.
 *
 * @param name the login, too
 * @param scopes what a member of staff is responsible for
 */
public record DemoUser(String name, String displayName, List<String> scopes) {

    public static final List<DemoUser> ALL = List.of(
            new DemoUser("admin", "Ada Admin", List.of()),
            new DemoUser("staff", "Stan Staff", List.of("catalog", "inventory", "orders", "support", "insight")),
            new DemoUser("supplier", "Sue Supplier", List.of()),
            new DemoUser("mover", "Moe Mover", List.of()),
            new DemoUser("customer", "Cleo Customer", List.of()));

    public String email() {
        return name + "@nearstock.example";
    }
}
