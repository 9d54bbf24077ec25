package io.nearstock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

/** How long services wait for something, against how long the gateway waits for them. */
class PatienceTests {

    /** Whoever waits longer for a turn than the gateway waits for the answer has a hash made for nobody. */
    @Test
    void ofSignInsEndsLongBeforeTheGateways() throws IOException {
        var turn = setting("account-service", "patience");
        var gateway = setting("gateway", "response-timeout");

        assertThat(turn.multipliedBy(2)).isLessThan(gateway);
    }

    private static Duration setting(String module, String name) throws IOException {
        var settings = Files.readString(Path.of("..", module, "src/main/resources/application.yaml"));
        var found = Pattern.compile(" " + name + ": (\\w+)").matcher(settings);
        assertThat(found.find()).isTrue();
        return DurationStyle.detectAndParse(found.group(1));
    }
}
