package io.nearstock.chassis.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.http.HttpMethod;

/** A service's answer to "who may do what": the first rule that matches decides, and what no rule names is denied. */
public final class AccessRules {

    /** An open rule lets in whoever is not signed in, too. */
    record Rule(HttpMethod method, String pattern, boolean open, Predicate<Caller> allows) {}

    private final List<Rule> rules;

    private AccessRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static AccessRules of(Consumer<Rules> write) {
        var written = new Rules();
        write.accept(written);
        return new AccessRules(written.rules);
    }

    List<Rule> rules() {
        return rules;
    }

    /** Patterns are Spring's path patterns; a rule for GET counts for HEAD too. */
    public static final class Rules {

        private final List<Rule> rules = new ArrayList<>();

        private Rules() {}

        public Rules anyone(HttpMethod method, String... patterns) {
            for (var pattern : patterns) {
                rules.add(new Rule(method, pattern, true, _ -> true));
            }
            return this;
        }

        /** Whoever has a valid token, services included. */
        public Rules signedIn(HttpMethod method, String... patterns) {
            for (var pattern : patterns) {
                rules.add(new Rule(method, pattern, false, _ -> true));
            }
            return this;
        }

        /** Whoever has one of the roles. */
        public Rules role(HttpMethod method, String pattern, String... roles) {
            var any = Set.of(roles);
            rules.add(new Rule(
                    method, pattern, false, caller -> caller.roles().stream().anyMatch(any::contains)));
            return this;
        }

        /** Staff with the scope, administrators, and whoever has one of the other roles. */
        public Rules staff(HttpMethod method, String pattern, String scope, String... alsoRoles) {
            var also = Set.of(alsoRoles);
            Predicate<Caller> allows = caller ->
                    caller.isStaffFor(scope) || caller.roles().stream().anyMatch(also::contains);
            rules.add(new Rule(method, pattern, false, allows));
            return this;
        }
    }
}
