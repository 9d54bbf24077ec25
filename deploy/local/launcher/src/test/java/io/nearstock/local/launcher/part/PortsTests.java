package io.nearstock.local.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTests {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        part,          number, offset, port
        GATEWAY,       1,      0,      8080
        ORDER,         1,      0,      8104
        ORDER,         2,      0,      8114
        ORDER,         3,      200,    8324
        DATABASE,      1,      500,    27517
        """)
    void areTheDefaultsMovedByTheOffset(Part part, int number, int offset, int port) {
        assertThat(new Ports(offset).of(new Instance(part, number))).isEqualTo(port);
    }

    @Test
    void differBetweenAllProcessesOfTwoStacksWhoseOffsetsDifferByAHundred() {
        assertThat(Stream.concat(everyPort(new Ports(0)), everyPort(new Ports(100))))
                .doesNotHaveDuplicates();
    }

    private static Stream<Integer> everyPort(Ports ports) {
        return Arrays.stream(Part.values())
                .flatMap(PortsTests::instances)
                .map(ports::all)
                .flatMap(List::stream);
    }

    private static Stream<Instance> instances(Part part) {
        var most = part.kind() == Part.Kind.SERVICE ? Instance.MOST : 1;
        return IntStream.rangeClosed(1, most).mapToObj(number -> new Instance(part, number));
    }
}
