package io.nearstock.chassis.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.function.Function;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Days and moments as RFC 3339 has them, in bodies, queries and paths: with a year of four digits, as no database keeps all that
 * Java reads, and never as a number, of which nobody says whether it counts seconds or milliseconds.
 */
final class StrictTimes implements WebMvcConfigurer {

    private StrictTimes() {}

    static WebMvcConfigurer inParameters() {
        return new StrictTimes();
    }

    static SimpleModule inBodies() {
        return new SimpleModule("strict times")
                .addDeserializer(Instant.class, new Text<>(Instant.class, StrictTimes::moment))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictTimes::day));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, StrictTimes::moment);
        registry.addConverter(String.class, LocalDate.class, StrictTimes::day);
    }

    private static Instant moment(String text) {
        return within(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC))
                .toInstant();
    }

    private static LocalDate day(String text) {
        return within(LocalDate.parse(text));
    }

    private static <T extends Temporal> T within(T time) {
        var year = time.get(ChronoField.YEAR);
        if (year < 1 || year > 9999) {
            throw new DateTimeException("not a year of RFC 3339");
        }
        return time;
    }

    private static final class Text<T> extends StdDeserializer<T> {

        private final Class<T> type;
        private final transient Function<String, T> parse;

        private Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(context.constructType(type), parser));
            }
            try {
                return parse.apply(parser.getString());
            } catch (DateTimeException meaningless) {
                return type.cast(context.handleWeirdStringValue(type, parser.getString(), "not as RFC 3339 has it"));
            }
        }
    }
}
