package io.nearstock.local.launcher.part;

/** One process of a part; the first has the number 1. */
public record Instance(Part part, int number) {

    /** The most that fit between the ports of two stacks whose offsets differ by 100. */
    public static final int MOST = 9;

    public static Instance first(Part part) {
        return new Instance(part, 1);
    }

    /** As the log and the pid file are called: {@code order-service}, {@code order-service-2}. */
    public String name() {
        return number == 1 ? part.partName() : part.partName() + "-" + number;
    }
}
