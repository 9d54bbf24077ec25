package io.nearstock.local.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The first plain and the first HTML text of a mail, wherever its parts hide them. */
record MailBody(@Nullable String text, @Nullable String html) {

    static MailBody of(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return new MailBody(String.valueOf(part.getContent()), null);
        }
        if (part.isMimeType("text/html")) {
            return new MailBody(null, String.valueOf(part.getContent()));
        }
        return part.getContent() instanceof Multipart parts ? ofParts(parts) : new MailBody(null, null);
    }

    private static MailBody ofParts(Multipart parts) throws MessagingException, IOException {
        var body = new MailBody(null, null);
        for (var i = 0; i < parts.getCount(); i++) {
            body = body.or(of(parts.getBodyPart(i)));
        }
        return body;
    }

    private MailBody or(MailBody other) {
        return new MailBody(text == null ? other.text : text, html == null ? other.html : html);
    }
}
