package io.nearstock.acceptance.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of callers; staff once for each scope that they may have. */
public enum Role {
    NOBODY,
    CUSTOMER,
    CATALOG,
    INVENTORY,
    ORDERS,
    SUPPORT,
    INSIGHT,
    SUPPLIER,
    MOVER,
    ADMIN;

    private static final Set<Role> STAFF = Set.of(CATALOG, INVENTORY, ORDERS, SUPPORT, INSIGHT, ADMIN);

    /** The callers that a word of {@code access.txt} lets in. */
    static Stream<Role> named(String word) {
        return switch (word) {
            case "anyone" -> Stream.of(values());
            case "signed-in" -> Stream.of(values()).filter(role -> role != NOBODY);
            case "staff" -> STAFF.stream();
            case "own" -> Stream.empty();
            default -> {
                var role = valueOf(word.toUpperCase(Locale.ROOT));
                yield STAFF.contains(role) ? Stream.of(role, ADMIN) : Stream.of(role);
            }
        };
    }

    /** What an administrator says to open an account of this kind. */
    Map<String, Object> access() {
        return switch (this) {
            case SUPPLIER -> Map.of("roles", List.of("supplier"), "supplierId", "sup_of_the_matrix");
            case MOVER -> Map.of("roles", List.of("mover"), "moverId", "mov_of_the_matrix");
            case CATALOG, INVENTORY, ORDERS, SUPPORT, INSIGHT ->
                Map.of("roles", List.of("staff"), "scopes", List.of(name().toLowerCase(Locale.ROOT)));
            case ADMIN -> Map.of("roles", List.of("admin"));
            case CUSTOMER -> Map.of("roles", List.of("customer"));
            case NOBODY -> throw new IllegalArgumentException("nobody has no account");
        };
    }
}
