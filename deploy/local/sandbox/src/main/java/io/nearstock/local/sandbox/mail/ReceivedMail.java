package io.nearstock.local.sandbox.mail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One mail as one recipient received it. The headers' names are in lower case. */
record ReceivedMail(
        String id,
        @Nullable String messageId,
        @Nullable String from,
        String to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        Instant receivedAt,
        Map<String, String> headers) {}
