package io.nearstock.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Adds the link to the next page. */
@RestControllerAdvice
final class PageLinks implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter handler, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter handler,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Paged page && page.nextCursor() != null) {
            var next = UriComponentsBuilder.fromUri(request.getURI())
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build(true);
            response.getHeaders().add(HttpHeaders.LINK, "<" + next.toUriString() + ">; rel=\"next\"");
        }
        return body;
    }
}
