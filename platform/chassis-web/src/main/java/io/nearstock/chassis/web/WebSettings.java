package io.nearstock.chassis.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How requests are taken.
 *
 * @param bodyLimit the largest body that is read into memory; above it 413
 * @param streamed media types whose bodies are read as a stream and may have any size
 */
@ConfigurationProperties("nearstock.web")
record WebSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue({"text/csv", "application/x-ndjson"}) List<String> streamed) {}
