package io.nearstock.catalog.search;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language that products are described in.
 *
 * @param locale whose stems are known: en, de, es, fr, it; words of another language are taken as they are
 * @param stopWords that say nothing of a product
 * @param synonyms groups of single words that mean the same, such as {@code mug, beaker}
 */
@ConfigurationProperties("nearstock.catalog.search.language")
record LanguageSettings(
        @DefaultValue("en") Locale locale,
        @DefaultValue List<String> stopWords,
        @DefaultValue List<String> synonyms) {}
