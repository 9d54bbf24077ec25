package io.nearstock.gateway.apidocs;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import io.nearstock.gateway.Services;
import java.time.Duration;
import java.util.List;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.filter.factory.SetPathGatewayFilterFactory;
import org.springframework.cloud.gateway.filter.factory.rewrite.ModifyResponseBodyGatewayFilterFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Each service's API document under {@code /api-docs/{service}}. */
@Component
final class ApiDocsRoutes implements RouteLocator {

    /** A document is put together when somebody first asks for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Route> routes;

    ApiDocsRoutes(Services services, SetPathGatewayFilterFactory paths, ModifyResponseBodyGatewayFilterFactory bodies) {
        // Without an order it would come after the address is worked out.
        var atTheService = new OrderedGatewayFilter(paths.apply(config -> config.setTemplate("/v3/api-docs")), 1);
        var fromOutside = bodies.apply(config -> config.setRewriteFunction(
                ObjectNode.class,
                ObjectNode.class,
                (exchange, document) -> Mono.justOrEmpty(document)
                        .map(inside ->
                                OutsideView.of(inside, exchange.getRequest().getURI()))));
        routes = services.names().stream()
                .map(service -> Route.async()
                        .id(service + "-api-docs")
                        .order(2)
                        .uri(services.address(service))
                        .predicate(exchange ->
                                exchange.getRequest().getURI().getRawPath().equals("/api-docs/" + service))
                        .filters(atTheService, fromOutside)
                        .metadata(RESPONSE_TIMEOUT_ATTR, PATIENCE.toMillis())
                        .build())
                .toList();
    }

    @Override
    public Flux<Route> getRoutes() {
        return Flux.fromIterable(routes);
    }
}
