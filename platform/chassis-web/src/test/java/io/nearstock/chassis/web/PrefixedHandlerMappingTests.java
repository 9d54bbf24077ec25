package io.nearstock.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds for any request what Spring's own finds. */
class PrefixedHandlerMappingTests {

    private static final List<String> PARTS =
            List.of("things", "thing", "things;size=3", "%74hings", "owners", "1", "all", "all.csv", "a%20b", "", "_x");

    private final RequestMappingHandlerMapping prefixed = of(new PrefixedHandlerMapping());
    private final RequestMappingHandlerMapping plain = of(new RequestMappingHandlerMapping());
    private final Random random = new Random(20_260_729);

    @Test
    void findsWhatSpringFinds() {
        var found = 0;
        for (var round = 0; round < 20_000; round++) {
            var method = random.nextInt(4) == 0 ? "POST" : "GET";
            var path = path();
            var expected = find(plain, method, path);
            assertThat(find(prefixed, method, path)).as("%s %s", method, path).isEqualTo(expected);
            found += expected == null || expected.startsWith("405") ? 0 : 1;
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void knowsEncodedAndParameterisedPaths() {
        assertThat(find(prefixed, "GET", "/api/%74hings/1")).isEqualTo("thing");
        assertThat(find(prefixed, "GET", "/api/things;size=3/1")).isEqualTo("thing");
        assertThat(find(prefixed, "POST", "/api/things/1")).isEqualTo("405 [GET]");
        assertThat(find(prefixed, "GET", "/api/thing/1")).isNull();
    }

    private String path() {
        var path = new StringBuilder(random.nextInt(10) == 0 ? "/ap" : "/api");
        for (var parts = random.nextInt(5); parts > 0; parts--) {
            path.append('/').append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return path.toString();
    }

    private static @Nullable String find(RequestMappingHandlerMapping handlers, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = handlers.getHandler(request);
            return chain == null ? null : nameOf(chain.getHandler());
        } catch (HttpRequestMethodNotSupportedException refused) {
            return "405 " + Objects.requireNonNullElse(refused.getSupportedHttpMethods(), Set.of());
        } catch (Exception unexpected) {
            throw new AssertionError(path, unexpected);
        }
    }

    private static String nameOf(Object handler) {
        return ((HandlerMethod) handler).getMethod().getName();
    }

    private static RequestMappingHandlerMapping of(RequestMappingHandlerMapping handlers) {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("things", Things.class);
        context.refresh();
        handlers.setApplicationContext(context);
        handlers.afterPropertiesSet();
        return handlers;
    }

    @Controller
    static final class Things {

        @GetMapping("/api/things")
        void things() {}

        @PostMapping("/api/things")
        void create() {}

        @GetMapping("/api/things/{id}")
        void thing() {}

        @GetMapping("/api/things/all")
        void all() {}

        @GetMapping("/api/things/{id}/owners")
        void owners() {}

        @PostMapping("/api/things/{id}/owners/{owner}")
        void own() {}

        @GetMapping("/api/thin?")
        void anyLetter() {}

        @GetMapping("/api/*/owners")
        void ownersOfAnything() {}

        @GetMapping({"/api/owners/{id}", "/api/all/**"})
        void owner() {}

        @GetMapping("/ap/{*everything}")
        void rest() {}
    }
}
