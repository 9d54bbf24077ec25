package io.nearstock.chassis.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches Spring MVC the parameters that handlers of every service take. */
final class HandlerParameters implements WebMvcConfigurer {

    static final String RESOURCE_ID = "nearstock.resourceId";

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver<>(PageRequest.class, HandlerParameters::page));
        resolvers.add(new Resolver<>(IfMatch.class, HandlerParameters::ifMatch));
        resolvers.add(new Resolver<>(ResourceId.class, HandlerParameters::resourceId));
    }

    private static PageRequest page(NativeWebRequest request) {
        var cursor = request.getParameter("cursor");
        return new PageRequest(limit(request.getParameter("limit")), cursor == null ? null : Cursor.parse(cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,3}") || text.equals("0") || Integer.parseInt(text) > PageRequest.MAXIMUM_LIMIT) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "invalid_parameter", "limit", "The limit is a number from 1 to 100.");
        }
        return Integer.parseInt(text);
    }

    private static IfMatch ifMatch(NativeWebRequest request) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw new UnmetRequestException(
                    PRECONDITION_REQUIRED, "if_match_required", "If-Match", "Say which version you have seen.");
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "invalid_if_match", "If-Match", "Name one entity tag, in quotes.");
        }
        // a weak tag never matches strongly (RFC 9110)
        var ours = tag.group(1) == null && VERSION.matcher(tag.group(2)).matches();
        return new IfMatch(ours ? Long.parseLong(tag.group(2)) : -1);
    }

    private static ResourceId resourceId(NativeWebRequest request) {
        if (request.getAttribute(RESOURCE_ID, RequestAttributes.SCOPE_REQUEST) instanceof ResourceId id) {
            return id;
        }
        throw new IllegalStateException("a handler takes a ResourceId but is not @Idempotent");
    }

    private record Resolver<T>(Class<T> type, Function<NativeWebRequest, T> resolve)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public T resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return resolve.apply(request);
        }
    }
}
