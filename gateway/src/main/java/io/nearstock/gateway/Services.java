package io.nearstock.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which service answers which paths.
 *
 * @param address where a service is, with {@code [service]} in the place of its name: {@code lb://[service]} asks
 *     Eureka, {@code http://[service]:8080} the DNS of a cluster
 * @param paths the paths of each service; each stands for all below it, the longest one wins
 */
@ConfigurationProperties("nearstock.gateway.services")
public record Services(@DefaultValue("lb://[service]") String address, Map<String, List<String>> paths) {

    public Set<String> names() {
        return paths.keySet();
    }

    public URI address(String service) {
        return URI.create(address.replace("[service]", service));
    }
}
