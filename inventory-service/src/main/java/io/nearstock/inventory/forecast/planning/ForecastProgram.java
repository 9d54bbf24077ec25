package io.nearstock.inventory.forecast.planning;

import static org.springframework.context.support.AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;

import io.nearstock.inventory.InventoryServiceApplication;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.LifecycleProcessor;

/** The service without web, listeners and sweeps: makes the forecasts that are due, and ends. */
public final class ForecastProgram {

    /** Nothing is made but what a round needs; Boot would make whatever is scheduled all the same. */
    private static final List<String> ALONE = List.of(
            "--spring.main.lazy-initialization=true",
            "--spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration",
            "--spring.main.keep-alive=false",
            "--eureka.client.enabled=false",
            "--spring.main.banner-mode=off");

    private ForecastProgram() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains(Lifeline.HELD)) {
            Lifeline.hold(System.in);
        }
        var program = new SpringApplicationBuilder(InventoryServiceApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context ->
                        context.getBeanFactory().registerSingleton(LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingStarts()));
        try (var service =
                program.run(Stream.concat(ALONE.stream(), Stream.of(arguments)).toArray(String[]::new))) {
            service.getBean(ForecastRound.class).run();
        }
    }

    /** Whoever listens, sends or registers is left alone: that is for those who serve. */
    private static final class NothingStarts implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
