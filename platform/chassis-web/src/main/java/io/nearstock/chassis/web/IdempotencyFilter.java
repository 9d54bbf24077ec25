package io.nearstock.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.IdempotencyKeys.Answer;
import io.nearstock.chassis.web.IdempotencyKeys.Beginning.Acquired;
import io.nearstock.chassis.web.IdempotencyKeys.Beginning.Finished;
import io.nearstock.chassis.web.IdempotencyKeys.Beginning.OtherRequest;
import io.nearstock.chassis.web.IdempotencyKeys.Beginning.StillRunning;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/** Lets {@link Idempotent} handlers act once per key; a filter, as it must see the bytes that go in and out. */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final List<String> REPLAYED_HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.LINK,
            HttpHeaders.RETRY_AFTER,
            "Preference-Applied");

    private final RequestMappingHandlerMapping handlers;
    private final IdempotencyKeys keys;
    private final HandlerExceptionResolver problems;
    private final ProblemWriter writer;
    private final boolean keysMeanNothing;

    IdempotencyFilter(
            RequestMappingHandlerMapping handlers,
            IdempotencyKeys keys,
            HandlerExceptionResolver problems,
            ProblemWriter writer,
            boolean keysMeanNothing) {
        this.handlers = handlers;
        this.keys = keys;
        this.problems = problems;
        this.writer = writer;
        this.keysMeanNothing = keysMeanNothing;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var handler = handler(request);
        var idempotent = handler.map(method -> method.getMethodAnnotation(Idempotent.class));
        if (idempotent.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var newId = Ids.next(idempotent.get().prefix());
        if (idempotent.get().optional() && request.getHeader(HEADER) == null) {
            request.setAttribute(HandlerParameters.RESOURCE_ID, new ResourceId(newId, false));
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readAllBytes();
        try {
            var key = key(request);
            var id = Fingerprint.hash(principal(request), handler.orElseThrow().toString(), key);
            switch (keys.begin(id, fingerprint(request, body, key), newId)) {
                case Acquired acquired -> act(acquired, new BufferedRequest(request, body), response, chain);
                case Finished(var answer) -> replay(answer, response);
                case StillRunning _ -> stillRunning(response);
                case OtherRequest _ -> otherRequest(response);
            }
        } catch (RuntimeException failure) {
            if (response.isCommitted() || problems.resolveException(request, response, null, failure) == null) {
                throw failure;
            }
        }
    }

    /**
     * What a stranger sends may hold a password, as when an account is opened; without the key, which is not stored, nobody
     * can find it by its hash.
     */
    private static String fingerprint(HttpServletRequest request, byte[] body, String key) {
        var known = Fingerprint.of(request, body);
        return principal(request).isEmpty() ? Fingerprint.hash(key, known) : known;
    }

    private void act(Acquired key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(HandlerParameters.RESOURCE_ID, key.resource());
        var caching = new ContentCachingResponseWrapper(response);
        var finished = false;
        try {
            chain.doFilter(request, caching);
            finished = isWorthKeeping(caching.getStatus());
        } finally {
            end(key, finished, caching);
        }
        caching.copyBodyToResponse();
    }

    /** Whoever would not take the answer has changed nothing and may ask again, as after a failure. */
    private static boolean isWorthKeeping(int status) {
        return status < 500 && status != HttpServletResponse.SC_NOT_ACCEPTABLE;
    }

    /** The client hears what has happened even when it cannot be recorded: a retry then finds it by its resource id. */
    private void end(Acquired key, boolean finished, ContentCachingResponseWrapper response) {
        try {
            if (finished) {
                keys.finish(
                        key,
                        new Answer(
                                response.getStatus(),
                                headers(response),
                                new String(response.getContentAsByteArray(), UTF_8)));
            } else {
                keys.release(key);
            }
        } catch (RuntimeException away) {
            logger.warn("the answer to an idempotent request could not be recorded", away);
        }
    }

    private static Map<String, String> headers(ContentCachingResponseWrapper response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : REPLAYED_HEADERS) {
            var value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        var body = answer.body().getBytes(UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void stillRunning(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        writer.write(
                response,
                Problems.problem(
                        CONFLICT, "idempotency_in_progress", "The first request with this key has not ended yet."));
    }

    private void otherRequest(HttpServletResponse response) throws IOException {
        writer.write(
                response,
                Problems.problem(
                        UNPROCESSABLE_CONTENT, "idempotency_key_reused", "This key came with another request before."));
    }

    /** Requests that no handler takes are left to Spring MVC to refuse. */
    private Optional<HandlerMethod> handler(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            var chain = handlers.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (Exception _) {
            return Optional.empty();
        }
    }

    private String key(HttpServletRequest request) {
        var key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "idempotency_key_required", HEADER, "This request needs a key of your own.");
        }
        if (key.length() > 255) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "invalid_idempotency_key", HEADER, "A key has at most 255 characters.");
        }
        return keysMeanNothing ? Ids.next("key") : key;
    }

    private static String principal(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }
}
