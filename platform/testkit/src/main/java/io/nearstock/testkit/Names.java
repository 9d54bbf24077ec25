package io.nearstock.testkit;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names that no other test has, on servers that outlive this one included. */
final class Names {

    private Names() {}

    static String fresh() {
        return "t" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 10);
    }
}
