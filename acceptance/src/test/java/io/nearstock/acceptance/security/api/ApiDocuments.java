package io.nearstock.acceptance.security.api;

import io.nearstock.acceptance.shop.World;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The API documents of all services and of the gateway, as everybody can read them. */
public final class ApiDocuments {

    private static final List<String> SERVICES = List.of(
            "account-service",
            "catalog-service",
            "inventory-service",
            "order-service",
            "recommendation-service",
            "notification-service",
            "gateway");

    private ApiDocuments() {}

    private static JsonNode document(World world, String service) {
        return world.everybody().get("/api-docs/" + service).is(200).body();
    }

    /** Every operation, in the order of their names. */
    public static List<Operation> operations(World world) {
        return SERVICES.stream()
                .map(service -> document(world, service))
                .flatMap(Operation::of)
                .sorted(Comparator.comparing(Operation::name))
                .toList();
    }
}
