package io.nearstock.inventory;

import java.time.LocalDate;

/** When an order leaves a hub, and why not before. */
record Departure(LocalDate day, Delay delay) {

    /** What an order waits for that others would send at once. */
    enum Delay {
        /** It leaves when one would leave most hubs. */
        NONE("sends it at once"),
        FULL("is full"),
        CLOSED("is closed"),
        CUT_OFF("sends no more that day");

        private final String words;

        Delay(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
