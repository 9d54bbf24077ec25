package io.nearstock.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a command whose answer the caller would not take before it is obeyed: Spring finds out afterwards. */
final class AcceptFirst implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));

    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (isCommand(request, handler) && !takesJson(request)) {
            throw new HttpMediaTypeNotAcceptableException(ANSWERS);
        }
        return true;
    }

    /** A handler that names the types it produces was chosen by them. */
    private static boolean isCommand(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod
                && !HARMLESS.contains(request.getMethod())
                && request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null;
    }

    private boolean takesJson(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        return header.resolveMediaTypes(new ServletWebRequest(request)).stream()
                .anyMatch(taken -> ANSWERS.stream().anyMatch(taken::isCompatibleWith));
    }
}
