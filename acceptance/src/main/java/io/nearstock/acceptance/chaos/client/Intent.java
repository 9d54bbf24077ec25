package io.nearstock.acceptance.chaos.client;

import io.nearstock.acceptance.shop.Person;
import java.util.Map;

/**
 * What somebody wants. However often it is asked, key and body stay the same.
 *
 * @param about the order or shipment that a command is for; empty where there is none yet
 * @param goods what is ordered, by SKU; empty where nothing is
 */
public record Intent(
        String key, Kind kind, String buyer, String path, Object body, String about, Map<String, Integer> goods) {

    public enum Kind {
        ORDER,
        /** An order that nobody may get: malformed, unknown or more than there is. */
        NONSENSE,
        CANCEL,
        DISPATCH,
        DELIVER,
        READ
    }

    static Intent order(String key, Kind kind, String buyer, Map<String, Integer> goods, String card) {
        return new Intent(key, kind, buyer, "/api/orders", Person.orderOf(goods, card), "", Map.copyOf(goods));
    }

    static Intent command(String key, Kind kind, String buyer, String path, String about) {
        var body = kind == Kind.DELIVER ? Map.of("proof", "left with a neighbour") : Map.of();
        return new Intent(key, kind, buyer, path, body, about, Map.of());
    }

    static Intent read(String key, String buyer, String path) {
        return new Intent(key, Kind.READ, buyer, path, Map.of(), "", Map.of());
    }

    /** It moves stock or money, so it must be known what came of it. */
    public boolean isCommand() {
        return kind != Kind.READ;
    }
}
