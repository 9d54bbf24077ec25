package io.nearstock.catalog.quality.aspect;

/**
 * A sentence speaks of an aspect.
 *
 * @param sentiment -1, 0 or 1
 */
public record Mention(Aspect aspect, int sentiment, String sentence) {

    /** For example {@code fit-}. */
    public String code() {
        return aspect.code() + (sentiment > 0 ? "+" : sentiment < 0 ? "-" : "0");
    }
}
