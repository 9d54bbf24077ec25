package io.nearstock.recommendation;

import io.nearstock.testkit.TestServers;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** A test against the whole service on a real broker and database; all of them share one. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@Import(TestServers.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface RecommendationServiceTest {}
