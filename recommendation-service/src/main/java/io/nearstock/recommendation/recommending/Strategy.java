package io.nearstock.recommendation.recommending;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a recommendation came about; the names are part of the API. */
enum Strategy {
    BOUGHT_TOGETHER("bought_together"),
    SAME_CATEGORY("same_category"),
    TRENDING("trending"),
    COLD_START("cold_start");

    private final String label;

    Strategy(String label) {
        this.label = label;
    }

    @JsonValue
    String label() {
        return label;
    }
}
