package io.nearstock.chassis.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.nearstock.chassis.security.AccessRules.Rule;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Decides who gets to a handler: the rules that every service has, then the service's own, then nobody. Whoever is
 * signed in may pass where there is no handler, to be told 404 or 405 instead of 403.
 */
final class Doors implements AuthorizationManager<RequestAuthorizationContext> {

    private record Door(RequestMatcher matcher, Rule rule) {}

    private final List<Door> doors;
    private final Predicate<RequestAuthorizationContext> leadsNowhere;

    Doors(AccessRules own, Predicate<RequestAuthorizationContext> leadsNowhere) {
        this.doors = Stream.concat(common(), own.rules().stream())
                .flatMap(Doors::doors)
                .toList();
        this.leadsNowhere = leadsNowhere;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        for (var door : doors) {
            if (door.matcher().matches(context.getRequest())) {
                return new AuthorizationDecision(door.rule().open() || allows(door.rule(), authentication.get()));
            }
        }
        return new AuthorizationDecision(
                authentication.get() instanceof CallerAuthentication && leadsNowhere.test(context));
    }

    private static boolean allows(Rule rule, @Nullable Authentication authentication) {
        return authentication instanceof CallerAuthentication known
                && rule.allows().test(known.getPrincipal());
    }

    private static Stream<Rule> common() {
        var open = Stream.of("/actuator/health/**", "/actuator/prometheus", "/actuator/info", "/v3/api-docs/**")
                .map(pattern -> new Rule(GET, pattern, true, _ -> true));
        var closed = Stream.of(GET, POST, PUT, PATCH, DELETE)
                .flatMap(method -> Stream.of(
                        new Rule(method, "/internal/**", false, caller -> caller.is("service")),
                        new Rule(method, "/ops/**", false, caller -> caller.is("staff") || caller.is("admin"))));
        return Stream.concat(open, closed);
    }

    private static Stream<Door> doors(Rule rule) {
        var methods = rule.method().equals(GET) ? List.of(GET, HEAD) : List.of(rule.method());
        return methods.stream().map(method -> new Door(matcher(method, rule.pattern()), rule));
    }

    private static RequestMatcher matcher(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
