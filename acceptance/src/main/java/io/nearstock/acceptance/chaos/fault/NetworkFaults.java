package io.nearstock.acceptance.chaos.fault;

import io.nearstock.acceptance.chaos.fault.Fault.Promise;
import io.nearstock.acceptance.chaos.fault.FaultProxy.Weather;
import java.time.Duration;
import java.util.List;

/** The way between order- and inventory-service. */
public record NetworkFaults(FaultProxy network) {

    private static final Duration A_WHILE = Duration.ofSeconds(8);

    public List<Fault> all() {
        return List.of(
                fault("network cut", Weather.CUT),
                fault("network slow", Weather.SLOW),
                fault("answers dropped", Weather.DEAF));
    }

    private Fault fault(String name, Weather weather) {
        return new Fault(
                name + " between order and inventory",
                Promise.AFTER_RETRIES,
                A_WHILE,
                () -> network.turn(weather),
                () -> network.turn(Weather.FAIR));
    }
}
