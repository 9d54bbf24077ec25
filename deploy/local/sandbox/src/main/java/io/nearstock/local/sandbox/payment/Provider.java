package io.nearstock.local.sandbox.payment;

import io.nearstock.local.sandbox.payment.Transition.Progress;
import io.nearstock.local.sandbox.payment.Transition.Refusal;
import io.nearstock.local.sandbox.payment.Transition.Repetition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Moves money, one call after the other, each at most once. */
@Component
final class Provider {

    private final Books books;
    private final Clock clock;

    Provider(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    synchronized Outcome open(Call call, String reference, long amount, String currency) {
        return repeated(call).orElseGet(() -> {
            var intent = Intent.open("pi_" + UUID.randomUUID(), reference, amount, currency);
            return stored(call, new Progress(intent, Posting.none()));
        });
    }

    synchronized Outcome move(Call call, String intentId, Function<Intent, Transition> command) {
        return repeated(call)
                .or(() -> books.find(intentId).map(intent -> moved(call, intent, command)))
                .orElseGet(Outcome.Unknown::new);
    }

    boolean hasAnswered(Call call) {
        return books.answered(call).isPresent();
    }

    private Outcome moved(Call call, Intent intent, Function<Intent, Transition> command) {
        return switch (command.apply(intent)) {
            case Progress progress -> stored(call, progress);
            case Repetition(var same) -> new Outcome.Unchanged(same);
            case Refusal(var code, var detail) -> new Outcome.Refused(code, detail);
        };
    }

    private Optional<Outcome> repeated(Call call) {
        return books.answered(call)
                .map(change ->
                        change.call().equals(call) ? new Outcome.Unchanged(change.intent()) : new Outcome.KeyReused());
    }

    private Outcome stored(Call call, Progress progress) {
        books.add(new Change(call, progress.intent(), entries(call, progress)));
        return new Outcome.Changed(progress.intent());
    }

    private List<LedgerEntry> entries(Call call, Progress progress) {
        var entries = new ArrayList<LedgerEntry>();
        for (var sum : progress.posting().sums()) {
            entries.add(entry(call, progress.intent(), sum));
        }
        return entries;
    }

    private LedgerEntry entry(Call call, Intent intent, Posting.Sum sum) {
        return new LedgerEntry(
                "led_" + UUID.randomUUID(),
                clock.instant(),
                intent.reference(),
                intent.id(),
                sum.kind(),
                sum.amount(),
                intent.currency(),
                call.key());
    }
}
