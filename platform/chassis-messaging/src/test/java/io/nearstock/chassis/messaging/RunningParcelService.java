package io.nearstock.chassis.messaging;

import io.nearstock.testkit.TestServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** A small service with an outbox and a listener, on a database and a broker, started once for all tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ParcelService.class,
        properties = {
            "spring.application.name=parcel-service",
            "spring.config.import=classpath:nearstock-chassis.yaml",
            "nearstock.messaging.longest-wait=400ms",
            "management.tracing.sampling.probability=1"
        })
@AutoConfigureMockMvc(addFilters = false)
@Import(TestServers.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
@interface RunningParcelService {}
