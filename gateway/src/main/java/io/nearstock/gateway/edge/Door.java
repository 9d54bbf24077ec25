package io.nearstock.gateway.edge;

import io.nearstock.gateway.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets in only paths that mean to a service what they mean here: one that a service would shorten, decode or cut first
 * could walk from an open path to an internal one.
 */
@Component
@Order(-300)
final class Door implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isPlain(exchange.getRequest().getURI().getRawPath())
                ? chain.filter(exchange)
                : Problem.NOT_FOUND.answer(exchange);
    }

    static boolean isPlain(String path) {
        for (var i = 0; i < path.length(); i++) {
            var plain = switch (path.charAt(i)) {
                case '/' -> !isDotted(path, i + 1);
                case '%' -> !isTricky(path, i + 1);
                case ';', '\\' -> false;
                default -> true;
            };
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** Whether the segment that starts here is empty, {@code .} or {@code ..}. An empty last one is a closing slash. */
    private static boolean isDotted(String path, int start) {
        var end = path.indexOf('/', start);
        var segment = path.substring(start, end < 0 ? path.length() : end);
        return segment.equals(".") || segment.equals("..") || (segment.isEmpty() && end >= 0);
    }

    /** Whether an encoded dot, slash, backslash, semicolon, percent or control character stands here. */
    private static boolean isTricky(String path, int start) {
        if (start + 2 > path.length()) {
            return true;
        }
        var code = Character.digit(path.charAt(start), 16) * 16 + Character.digit(path.charAt(start + 1), 16);
        return code < 0x20 || code == 0x7f || "./\\;%".indexOf(code) >= 0;
    }
}
