package io.nearstock.local.sandbox.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class MailboxController {

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** The newest mails, oldest first; without an address those to anybody. */
    @GetMapping("/mailbox/messages")
    List<ReceivedMail> messages(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return to == null ? mailbox.newest(limit) : mailbox.to(to, limit);
    }
}
