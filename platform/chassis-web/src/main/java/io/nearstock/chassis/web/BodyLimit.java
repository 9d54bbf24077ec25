package io.nearstock.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above the limit before anything reads them; the types that are read as a stream have none. Compressed
 * bodies are refused: a small one may grow without end.
 */
final class BodyLimit extends OncePerRequestFilter {

    private final WebSettings settings;
    private final ProblemWriter problems;

    BodyLimit(WebSettings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isEncoded(request)) {
            problems.write(response, Problems.standard(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        } else if (isStreamed(request)) {
            chain.doFilter(request, response);
        } else {
            limit(request, response, chain);
        }
    }

    private static boolean isEncoded(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private boolean isStreamed(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && settings.streamed().stream().anyMatch(type::startsWith);
    }

    private void limit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = (int) settings.bodyLimit().toBytes();
        if (request.getContentLengthLong() > limit) {
            refuse(response);
        } else if (request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            var body = request.getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                refuse(response);
            } else {
                chain.doFilter(new BufferedRequest(request, body), response);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        problems.write(response, Problems.standard(HttpStatus.CONTENT_TOO_LARGE));
    }
}
