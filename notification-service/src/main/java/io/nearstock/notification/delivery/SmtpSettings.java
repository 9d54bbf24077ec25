package io.nearstock.notification.delivery;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url {@code smtp://host:port}, or {@code smtps://} where the connection begins encrypted; with
 *     {@code user:password@} before the host where the server asks for it
 * @param requireTls whether mails wait rather than leave over an {@code smtp} connection that cannot be encrypted
 * @param connectTimeout for the connection to come about
 * @param timeout for each answer of the server
 * @param idle how long an unused connection is kept
 */
@ConfigurationProperties("nearstock.notification.smtp")
record SmtpSettings(
        URI url,
        @DefaultValue("false") boolean requireTls,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("30s") Duration idle) {}
