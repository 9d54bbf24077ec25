package io.nearstock.catalog.quality.reading;

/** The words of a review; either may be empty. */
public record ReviewText(String title, String text) {

    public ReviewText {
        title = title.strip();
        text = text.strip();
    }

    String whole() {
        return title.isEmpty() ? text : title + ". " + text;
    }
}
