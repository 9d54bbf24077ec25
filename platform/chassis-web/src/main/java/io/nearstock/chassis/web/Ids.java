package io.nearstock.chassis.web;

import java.security.SecureRandom;

/** Makes ids: a type prefix and a ULID in lower case, so that later ids sort after earlier ones. */
public final class Ids {

    private static final char[] CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id such as {@code ord_01jd3k…}: 48 bits of milliseconds, 80 bits of chance. */
    public static String next(String prefix) {
        var random = new byte[10];
        RANDOM.nextBytes(random);
        var id = new StringBuilder(prefix.length() + 27).append(prefix).append('_');
        append(id, System.currentTimeMillis(), 10);
        append(id, bits(random, 0), 8);
        append(id, bits(random, 5), 8);
        return id.toString();
    }

    private static void append(StringBuilder id, long bits, int digits) {
        for (int digit = digits - 1; digit >= 0; digit--) {
            id.append(CROCKFORD[(int) (bits >>> (5 * digit)) & 31]);
        }
    }

    private static long bits(byte[] random, int from) {
        long bits = 0;
        for (int i = from; i < from + 5; i++) {
            bits = bits << 8 | (random[i] & 0xff);
        }
        return bits;
    }
}
