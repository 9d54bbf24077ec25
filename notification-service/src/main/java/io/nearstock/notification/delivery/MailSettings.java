package io.nearstock.notification.delivery;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param publicUrl where the links lead
 * @param sender whose mails they are
 * @param senderName how the sender is called
 */
@ConfigurationProperties("nearstock.notification.mail")
record MailSettings(
        URI publicUrl,
        @DefaultValue("orders@nearstock.example") String sender,
        @DefaultValue("nearstock") String senderName) {}
