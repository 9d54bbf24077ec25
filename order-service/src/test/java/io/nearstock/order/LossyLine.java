package io.nearstock.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.FeignException;
import feign.Request;
import io.nearstock.testkit.simulation.Simulation;
import java.util.Map;
import java.util.function.Supplier;

/** The way to a simulated neighbour: others have their turn while somebody is on it, and requests and answers get lost. */
final class LossyLine {

    private static final int LOST_ONE_IN = 12;
    private static final Request REQUEST =
            Request.create(Request.HttpMethod.POST, "/", Map.of(), new byte[0], UTF_8, null);

    private LossyLine() {}

    static <T> T call(Supplier<T> service) {
        Simulation.step();
        lose();
        var answer = service.get();
        Simulation.answer();
        lose();
        return answer;
    }

    private static void lose() {
        if (Simulation.chance(LOST_ONE_IN)) {
            throw new FeignException.ServiceUnavailable("lost", REQUEST, null, Map.of());
        }
    }

    static FeignException conflict(String code) {
        var body = "{\"code\": \"%s\"}".formatted(code).getBytes(UTF_8);
        return new FeignException.Conflict(code, REQUEST, body, Map.of());
    }
}
