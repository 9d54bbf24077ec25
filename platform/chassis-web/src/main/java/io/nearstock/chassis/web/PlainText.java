package io.nearstock.chassis.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Text that can be shown, printed and exported: without control characters but for tabs and line breaks, and without halves of
 * characters, which have no form in UTF-8.
 */
final class PlainText extends StdScalarDeserializer<String> {

    private PlainText() {
        super(String.class);
    }

    static SimpleModule inBodies() {
        return new SimpleModule("plain text").addDeserializer(String.class, new PlainText());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(parser, context);
        return text == null || text.codePoints().allMatch(PlainText::isPlain)
                ? text
                : String.valueOf(context.handleWeirdStringValue(String.class, text, "not plain text"));
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
