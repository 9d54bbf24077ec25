package io.nearstock.inventory;

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

/** The whole service on a real broker and database; all tests share it, so each uses hubs and products of its own and plans itself. */
@SpringBootTest(properties = "nearstock.inventory.planning.enabled=false")
@AutoConfigureMockMvc
@Import({TestServers.class, Shop.class})
@TestConstructor(autowireMode = AutowireMode.ALL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InventoryTest {}
