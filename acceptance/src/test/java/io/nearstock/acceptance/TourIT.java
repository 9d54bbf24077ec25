package io.nearstock.acceptance;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.nearstock.acceptance.shop.Eventually;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The README's tour, run as it is printed; only where the stack is differs here. */
@ExtendWith(RunningStack.class)
class TourIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TOUR = Pattern.compile("<!-- tour -->(.*?)<!-- /tour -->", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private final World world;

    TourIT(World world) {
        this.world = world;
    }

    @Test
    void worksAsPrinted() {
        assumeThat(List.of("bash", "curl", "jq")).allMatch(TourIT::isInstalled);
        world.newGood(1499, 500);
        Eventually.eventually(() -> assertThat(world.everybody()
                        .get("/api/products?q=lantern&inStock=true")
                        .number("/total"))
                .isPositive());

        // it does not ask again: on a machine that stalls a second walk through it may be needed
        Eventually.within(
                Duration.ofMinutes(2),
                () -> assertThat(run(commands()))
                        .contains("\"confirmed\"", "\"completed\"", "\"order.confirmed\"", "\"subject\"")
                        .doesNotContain("urn:nearstock:problem", "jq: error"));
    }

    private String run(String commands) throws IOException, InterruptedException {
        var log = Files.createTempFile("tour", ".log");
        var process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(5, MINUTES)).isTrue();
        var output = Files.readString(log);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private String commands() throws IOException {
        var tour = TOUR.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(tour.find()).as("a tour in the README").isTrue();
        return COMMANDS.matcher(tour.group(1))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace("http://localhost:8080", world.stack().gateway().toString())
                .replace(".nearstock/local.json", world.stack().file().toString());
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
