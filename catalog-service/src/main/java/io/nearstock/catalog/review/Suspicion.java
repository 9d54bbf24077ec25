package io.nearstock.catalog.review;

import io.nearstock.catalog.Opinion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What in a review staff should look at before others do. It is meant to ask once too often. */
final class Suspicion {

    static final String DUPLICATE = "duplicate";

    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put(
                "link", pattern("https?://|\\bwww\\.|\\b[a-z0-9-]+\\.(com|net|org|co\\.uk|shop|biz|info|ru|cn|io)\\b"));
        PATTERNS.put("personal_data", pattern("[\\w.+-]+@[\\w-]+\\.\\w|(?:\\+|\\b)\\d(?:[ ().-]?\\d){8,}\\b"));
        PATTERNS.put(
                "abuse",
                pattern("\\b(idiots?|morons?|scum|bastards?|bitch\\w*|fuck\\w*|shit\\w*|cunts?|retard\\w*)\\b"));
    }

    private Suspicion() {}

    static List<String> of(Opinion opinion) {
        var words = (opinion.title() == null ? "" : opinion.title()) + "\n" + opinion.text();
        return PATTERNS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
