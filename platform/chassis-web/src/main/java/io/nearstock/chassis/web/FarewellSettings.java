package io.nearstock.chassis.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an instance takes its leave.
 *
 * @param lasts how long it serves on after it has told the registry, where another instance can take over: longer than
 *     its neighbours keep what they know of it
 */
@ConfigurationProperties("nearstock.farewell")
record FarewellSettings(@DefaultValue("5s") Duration lasts) {}
