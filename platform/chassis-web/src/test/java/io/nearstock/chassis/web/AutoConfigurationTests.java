package io.nearstock.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.testkit.TestServers;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import tools.jackson.databind.json.JsonMapper;

class AutoConfigurationTests {

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    ErrorMvcAutoConfiguration.class,
                    MongoAutoConfiguration.class,
                    WebChassisAutoConfiguration.class,
                    MongoChassisAutoConfiguration.class,
                    IdempotencyAutoConfiguration.class,
                    OpenApiAutoConfiguration.class))
            .withInitializer(TestServers::prepare);

    @Test
    void givesAWebServiceEverything() {
        web.run(context -> assertThat(context)
                .hasSingleBean(ProblemAdvice.class)
                .hasSingleBean(ProblemWriter.class)
                .hasSingleBean(ErrorsOutsideControllers.class)
                .hasSingleBean(MongoDatabase.class)
                .hasSingleBean(IdempotencyKeys.class)
                .hasSingleBean(Clock.class)
                .hasBean("idempotencyFilter")
                .hasBean("bodyLimit")
                .hasSingleBean(GlobalOpenApiCustomizer.class));
    }

    @Test
    void keepsItsClockBackWhereAServiceHasOne() {
        web.withBean("ownClock", Clock.class, Clock::systemUTC)
                .run(context -> assertThat(context).hasSingleBean(Clock.class).hasBean("ownClock"));
    }

    @Test
    void keepsItsErrorsBackWhereAServiceHasItsOwn() {
        web.withBean(ErrorController.class, () -> new ErrorController() {})
                .run(context -> assertThat(context).doesNotHaveBean(ErrorsOutsideControllers.class));
    }

    @Test
    void needsNoDatabase() {
        new WebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MongoChassisAutoConfiguration.class, IdempotencyAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .doesNotHaveBean(MongoDatabase.class)
                        .doesNotHaveBean(IdempotencyKeys.class));
    }

    @Test
    void needsNoWeb() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        WebChassisAutoConfiguration.class,
                        IdempotencyAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .hasSingleBean(Clock.class)
                        .hasSingleBean(JsonMapper.class)
                        .doesNotHaveBean(ProblemAdvice.class));
    }

    @Test
    void namesTheDatabaseAsTheServiceSays() {
        web.run(context -> assertThat(context.getBean(MongoDatabase.class).getName())
                .isEqualTo(context.getEnvironment().getProperty("spring.mongodb.database")));
    }
}
