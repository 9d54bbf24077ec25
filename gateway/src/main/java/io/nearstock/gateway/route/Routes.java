package io.nearstock.gateway.route;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import io.nearstock.gateway.Services;
import io.nearstock.gateway.Uploads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** One route per service; its id is the service's name. Where files are taken the same service has more time. */
@Component
@LoadBalancerClients(defaultConfiguration = InstanceChoiceConfiguration.class)
final class Routes implements RouteLocator {

    private final List<Route> routes;

    Routes(Services services, PathOwners owners, Uploads uploads) {
        var routes = new ArrayList<Route>();
        for (var service : services.names()) {
            Predicate<ServerWebExchange> owned =
                    exchange -> owners.owner(exchange.getRequest().getURI().getRawPath())
                            .filter(service::equals)
                            .isPresent();
            routes.add(Route.async()
                    .id(service)
                    .order(1)
                    .uri(services.address(service))
                    .predicate(owned)
                    .build());
            routes.add(Route.async()
                    .id(service + "-uploads")
                    .order(0)
                    .uri(services.address(service))
                    .predicate(owned.and(uploads::include))
                    .metadata(RESPONSE_TIMEOUT_ATTR, uploads.timeout().toMillis())
                    .build());
        }
        this.routes = List.copyOf(routes);
    }

    @Override
    public Flux<Route> getRoutes() {
        return Flux.fromIterable(routes);
    }
}
