package io.nearstock.local.sandbox.mail;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param port where SMTP clients connect, 0 for a free port
 * @param address the network address to listen on
 * @param file where received mails are kept
 */
@ConfigurationProperties("nearstock.sandbox.mail")
record MailSettings(
        @DefaultValue("2525") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("data/mails.jsonl") Path file) {}
