package io.nearstock.inventory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How planning leaves the database to others.
 *
 * @param length of the break after each small part that it reads or writes; a process of its own makes longer ones
 */
@ConfigurationProperties("nearstock.inventory.planning.breaks")
record BreakSettings(@DefaultValue("0s") Duration length) {}
