package io.nearstock.account;

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

/** The whole service on a database and a broker, started once for all tests; hashing is cheap. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "NEARSTOCK_BOOTSTRAP_ADMIN_PASSWORD=" + RunningService.ADMIN_PASSWORD,
            "NEARSTOCK_SERVICES_ORDER_SERVICE_SECRET=order secret",
            "nearstock.account.hashing.memory-kib=7168",
            "nearstock.account.hashing.iterations=1",
            "nearstock.account.hashing.patience=20s",
            "nearstock.account.password.reset-pause=0s"
        })
@AutoConfigureMockMvc
@Import(TestServers.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface RunningService {

    String ADMIN_PASSWORD = "the first of all administrators";
}
