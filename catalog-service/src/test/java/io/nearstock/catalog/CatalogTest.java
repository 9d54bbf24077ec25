package io.nearstock.catalog;

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

/** A test of the whole service, with a database, a broker and an index of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CatalogServiceApplication.class,
        properties = {
            "nearstock.catalog.search.directory=${java.io.tmpdir}/nearstock-test/${random.uuid}",
            "nearstock.catalog.search.refresh=20ms",
            "nearstock.catalog.search.meaning.enabled=false",
            "nearstock.catalog.intake.batch=7"
        })
@AutoConfigureMockMvc
@Import(TestServers.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface CatalogTest {}
