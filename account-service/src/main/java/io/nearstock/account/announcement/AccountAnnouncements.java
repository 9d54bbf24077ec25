package io.nearstock.account.announcement;

import io.nearstock.account.AccountEvent;
import io.nearstock.account.AccountEvent.AccountRegistered;
import io.nearstock.account.AccountEvent.PasswordResetRequested;
import io.nearstock.account.AccountEvent.SessionRevoked;
import io.nearstock.account.AccountEvent.VerificationRequested;
import io.nearstock.account.Announcements;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The events' JSON is their own; platform/contracts holds it still. */
@Component
final class AccountAnnouncements implements Announcements {

    private final OutboxEntries entries;

    AccountAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    @Override
    public List<OutboxEntry> of(String aggregateId, long before, List<? extends AccountEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> entry(aggregateId, before + i + 1, events.get(i)))
                .toList();
    }

    private OutboxEntry entry(String aggregateId, long sequence, AccountEvent event) {
        return entries.entry(aggregateId, sequence, wireName(event), event.at(), event);
    }

    private static String wireName(AccountEvent event) {
        return switch (event) {
            case AccountRegistered _ -> "account.registered";
            case VerificationRequested _ -> "account.verification_requested";
            case PasswordResetRequested _ -> "account.password_reset_requested";
            case SessionRevoked _ -> "session.revoked";
        };
    }
}
