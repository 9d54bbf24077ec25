package io.nearstock.local.launcher.part;

import java.util.List;

/** Where every part of a stack listens: two stacks with different offsets do not meet. */
public record Ports(int offset) {

    private static final int BETWEEN_INSTANCES = 10;
    private static final int CONTROLLER = 9093;
    private static final int SMTP = 2525;

    public int of(Part part) {
        return of(Instance.first(part));
    }

    public int of(Instance instance) {
        return instance.part().basePort() + offset + BETWEEN_INSTANCES * (instance.number() - 1);
    }

    public int controller() {
        return CONTROLLER + offset;
    }

    public int smtp() {
        return SMTP + offset;
    }

    /** Every port that an instance opens. */
    public List<Integer> all(Instance instance) {
        return switch (instance.part()) {
            case BROKER -> List.of(of(instance), controller());
            case SANDBOX -> List.of(of(instance), smtp());
            case DATABASE, DISCOVERY, ACCOUNT, CATALOG, INVENTORY, ORDER, RECOMMENDATION, NOTIFICATION, GATEWAY ->
                List.of(of(instance));
        };
    }
}
