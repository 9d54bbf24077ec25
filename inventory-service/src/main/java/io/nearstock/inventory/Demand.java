package io.nearstock.inventory;

import java.util.List;

/**
 * What a hold was asked for.
 *
 * @param reference what it is for, as the caller named it
 */
public record Demand(String reference, List<Line> lines, Position destination) {

    /** That of a hold which was ended before anybody asked for it here: nobody asks for nothing. */
    public static Demand unseen(String hold) {
        return new Demand(hold, List.of(), new Position(0, 0));
    }

    public boolean isUnseen() {
        return lines.isEmpty();
    }
}
