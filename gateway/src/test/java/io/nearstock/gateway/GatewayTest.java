package io.nearstock.gateway;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import io.nearstock.testkit.TestServers;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** A test against the running gateway; all of them share one. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = RANDOM_PORT)
@Import({TestServers.class, GatewayClient.class})
@ContextConfiguration(initializers = Backends.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface GatewayTest {}
