package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.local.DemoUser;
import io.nearstock.local.launcher.process.Memory;
import io.nearstock.local.launcher.process.ProcessRecord;
import java.time.Duration;

/** What the person wants to know once the stack is up. */
final class Summary {

    private final Stack stack;

    Summary(Stack stack) {
        this.stack = stack;
    }

    void print(Duration taken) {
        var terminal = stack.terminal();
        var addresses = stack.addresses();
        terminal.line("");
        terminal.line("  API        %s".formatted(addresses.gateway()));
        terminal.line("  API pages  %s/api-docs".formatted(addresses.gateway()));
        addresses.mailbox().ifPresent(mailbox -> terminal.line("  mails      %s/messages".formatted(mailbox)));
        terminal.line("  payments   %s/ledger".formatted(addresses.payments()));
        var secrets = stack.secrets();
        DemoUser.ALL.forEach(user -> terminal.line("  %-10s %s".formatted(user.name(), secrets.password(user.name()))));
        terminal.line("");
        var pids = stack.registry().running().stream().map(ProcessRecord::pid).toList();
        var megabytes = Memory.resident(pids).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        terminal.line("Ready after %.1f s: %d processes, %d MB resident. Details: %s"
                .formatted(
                        taken.toMillis() / 1000.0,
                        pids.size(),
                        megabytes,
                        stack.home().local()));
    }
}
