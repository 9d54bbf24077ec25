package io.nearstock.notification.delivery;

import static java.util.Objects.requireNonNull;

import io.nearstock.notification.Kind;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The texts of all mails, compiled when the service starts. What they are given is escaped in HTML. */
@Component
class Templates {

    private record Pair(PebbleTemplate html, PebbleTemplate text) {}

    private final Map<Kind, Pair> compiled;

    Templates() {
        var engine = new PebbleEngine.Builder()
                .loader(loader())
                .strictVariables(true)
                .newLineTrimming(false)
                .defaultLocale(Locale.UK)
                .build();
        compiled = Arrays.stream(Kind.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        kind -> new Pair(
                                engine.getTemplate(kind.wireName() + ".html"),
                                engine.getTemplate(kind.wireName() + ".txt"))));
    }

    String html(Kind kind, Map<String, Object> model) {
        return written(pair(kind).html(), model);
    }

    String text(Kind kind, Map<String, Object> model) {
        return written(pair(kind).text(), model);
    }

    private Pair pair(Kind kind) {
        return requireNonNull(compiled.get(kind));
    }

    private static String written(PebbleTemplate template, Map<String, Object> model) {
        var text = new StringWriter();
        try {
            template.evaluate(text, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static ClasspathLoader loader() {
        var loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("mails/");
        return loader;
    }
}
