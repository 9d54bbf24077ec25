package io.nearstock.acceptance.security.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** Values that programs have stumbled over before. */
final class Oddities {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "'",
            "\"unclosed",
            "$where",
            "$gt",
            "a.b",
            "{\"$gt\": \"\"}",
            "this.password || sleep(5000)",
            "(a+)+$",
            "^(([a-z])+.)+[A-Z]([a-z])+$",
            "../../etc/passwd",
            "AND OR NOT",
            "name:(x AND",
            "*",
            "?",
            "~~",
            "[1 TO *]",
            "\\",
            "\r\nSet-Cookie: a=b",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "#{1+1}",
            "%s%n%d",
            "\uD835\uDD73\uD83E\uDD37",
            "\u202Eabc",
            "e\u0301",
            "\uFEFF",
            "NaN",
            "Infinity",
            "-0",
            "1e309",
            "0x10",
            "9223372036854775808",
            "null",
            "true",
            "[]",
            "2026-02-30",
            "+1000000000-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "91,181",
            "51.5,-0.1,3",
            "a,b,c,,",
            "x".repeat(1_000));

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1e308",
            "1e400",
            "1.5",
            "0.0000001",
            "-0",
            "1e-400",
            "1".repeat(1_001));

    private Oddities() {}

    static String text(RandomGenerator random) {
        return any(TEXTS, random);
    }

    /** As it stands in JSON. */
    static String number(RandomGenerator random) {
        return any(NUMBERS, random);
    }

    /** A cursor whose checksum fits and whose parts no list has made. */
    static String cursor(RandomGenerator random) {
        var body = random.nextBoolean() ? text(random) : text(random) + "\u001f" + text(random);
        var crc = new CRC32();
        crc.update(body.getBytes(UTF_8));
        var text = "%08x".formatted(crc.getValue()) + body;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static <T> T any(List<T> choice, RandomGenerator random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
