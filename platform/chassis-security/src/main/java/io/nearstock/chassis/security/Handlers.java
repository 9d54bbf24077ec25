package io.nearstock.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Knows whether anything would handle a request. */
final class Handlers {

    private final ObjectProvider<HandlerMapping> mappings;

    Handlers(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** False only where it is certain: no mapping has a handler, or the path has none for this method. */
    boolean have(HttpServletRequest request) {
        var probe = new Probe(request);
        ServletRequestPathUtils.parseAndCache(probe);
        return mappings.orderedStream().anyMatch(mapping -> handles(mapping, probe));
    }

    /** Whatever is not a clear no counts as a yes. */
    private static boolean handles(HandlerMapping mapping, HttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException _) {
            return false;
        } catch (Exception _) {
            return true;
        }
    }

    /** Keeps to itself what a mapping notes on the request. */
    private static final class Probe extends HttpServletRequestWrapper {

        private final Map<String, @Nullable Object> notes = new HashMap<>();

        Probe(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return notes.containsKey(name) ? notes.get(name) : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            notes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            notes.put(name, null);
        }
    }
}
