package io.nearstock.gateway;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Finds the address that a request came from.
 *
 * @param trustedProxies addresses of the load balancers in front of the gateway: the last entry of X-Forwarded-For that
 *     is none of these is believed when one of them wrote it; from anybody else the header is ignored
 */
@ConfigurationProperties("nearstock.gateway.client-address")
public record ClientAddress(@DefaultValue Set<String> trustedProxies) {

    public String of(ServerHttpRequest request) {
        var address = remote(request);
        var hops = trustedProxies.isEmpty() ? List.<String>of() : hops(request);
        for (var i = hops.size() - 1; i >= 0 && trustedProxies.contains(address); i--) {
            address = hops.get(i);
        }
        return address;
    }

    private static List<String> hops(ServerHttpRequest request) {
        return request.getHeaders().getValuesAsList("X-Forwarded-For");
    }

    private static String remote(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        InetAddress address = remote == null ? null : remote.getAddress();
        return address == null ? "unknown" : address.getHostAddress();
    }
}
