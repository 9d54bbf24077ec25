package io.nearstock.local.launcher.part;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of the stack, in the order in which they are started. */
public enum Part {
    DATABASE("database", Kind.STAND_IN, "deploy/local/database", 27017, 512),
    BROKER("broker", Kind.STAND_IN, "deploy/local/broker", 9092, 192),
    DISCOVERY("discovery", Kind.INFRASTRUCTURE, "deploy/discovery", 8761, 96),
    SANDBOX("sandbox", Kind.INFRASTRUCTURE, "deploy/local/sandbox", 8090, 128),
    ACCOUNT("account-service", Kind.SERVICE, "account-service", 8101, 128),
    CATALOG("catalog-service", Kind.SERVICE, "catalog-service", 8102, 192),
    INVENTORY("inventory-service", Kind.SERVICE, "inventory-service", 8103, 160),
    ORDER("order-service", Kind.SERVICE, "order-service", 8104, 160),
    RECOMMENDATION("recommendation-service", Kind.SERVICE, "recommendation-service", 8105, 160),
    NOTIFICATION("notification-service", Kind.SERVICE, "notification-service", 8106, 128),
    GATEWAY("gateway", Kind.GATEWAY, "gateway", 8080, 160);

    public enum Kind {
        /** Not a web application: ready when its port answers. */
        STAND_IN,
        INFRASTRUCTURE,
        SERVICE,
        GATEWAY
    }

    private final String partName;
    private final Kind kind;
    private final String module;
    private final int basePort;
    private final int heapMegabytes;

    Part(String partName, Kind kind, String module, int basePort, int heapMegabytes) {
        this.partName = partName;
        this.kind = kind;
        this.module = module;
        this.basePort = basePort;
        this.heapMegabytes = heapMegabytes;
    }

    public String partName() {
        return partName;
    }

    public Kind kind() {
        return kind;
    }

    /** The module's folder below the root of the sources. */
    public String module() {
        return module;
    }

    public int heapMegabytes() {
        return heapMegabytes;
    }

    int basePort() {
        return basePort;
    }

    /** What must be ready before this part may start; everything else finds its neighbours by itself. */
    public Set<Part> needs() {
        return switch (kind) {
            case STAND_IN, INFRASTRUCTURE -> Set.of();
            case SERVICE, GATEWAY -> Set.of(DATABASE, BROKER, DISCOVERY);
        };
    }

    public static Optional<Part> named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.partName.equals(name))
                .findFirst();
    }

    /** Those that prove themselves to account-service. */
    public static List<Part> clients() {
        return Arrays.stream(values())
                .filter(part -> part.kind == Kind.SERVICE || part.kind == Kind.GATEWAY)
                .toList();
    }
}
