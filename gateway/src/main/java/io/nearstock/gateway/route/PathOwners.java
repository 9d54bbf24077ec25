package io.nearstock.gateway.route;

import io.nearstock.gateway.Services;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the service of a path by a look-up, as dozens of patterns would be tried for each request otherwise. */
@Component
final class PathOwners {

    private final Map<String, String> owners;

    PathOwners(Services services) {
        var owners = new HashMap<String, String>();
        services.paths().forEach((service, paths) -> paths.forEach(path -> owners.put(path, service)));
        this.owners = Map.copyOf(owners);
    }

    /** The longest known path that this one is or lies below decides. */
    Optional<String> owner(String path) {
        for (var end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            var owner = owners.get(path.substring(0, end));
            if (owner != null) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }
}
