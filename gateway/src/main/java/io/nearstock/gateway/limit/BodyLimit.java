package io.nearstock.gateway.limit;

import io.nearstock.gateway.Problem;
import io.nearstock.gateway.Uploads;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that is too large: at once where its length is told, else as soon as too much of it has come. */
@Component
@Order(0)
final class BodyLimit implements GlobalFilter {

    private static final Problem TOO_LARGE =
            new Problem(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "The body is larger than is taken here.");

    private final LimitSettings settings;
    private final Uploads uploads;

    BodyLimit(LimitSettings settings, Uploads uploads) {
        this.settings = settings;
        this.uploads = uploads;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var length = exchange.getRequest().getHeaders().getContentLength();
        var chunked = exchange.getRequest().getHeaders().containsHeader("Transfer-Encoding");
        if (length <= 0 && !chunked) {
            return chain.filter(exchange);
        }
        var limit = (uploads.include(exchange) ? uploads.body() : settings.body()).toBytes();
        if (length > limit) {
            return TOO_LARGE.answer(exchange);
        }
        return chunked ? chain.filter(counted(exchange, limit)) : chain.filter(exchange);
    }

    private static ServerWebExchange counted(ServerWebExchange exchange, long limit) {
        return exchange.mutate()
                .request(new CountedRequest(exchange.getRequest(), limit))
                .build();
    }

    private static final class CountedRequest extends ServerHttpRequestDecorator {

        private final AtomicLong left;

        CountedRequest(ServerHttpRequest request, long limit) {
            super(request);
            left = new AtomicLong(limit);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().doOnNext(part -> {
                if (left.addAndGet(-part.readableByteCount()) < 0) {
                    throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
                }
            });
        }
    }
}
