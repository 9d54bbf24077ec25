package io.nearstock.local.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.local.sandbox.payment.Outcome.Changed;
import io.nearstock.local.sandbox.payment.Outcome.KeyReused;
import io.nearstock.local.sandbox.payment.Outcome.Unchanged;
import io.nearstock.local.sandbox.payment.Outcome.Unknown;
import io.nearstock.local.sandbox.payment.PaymentSettings.CallbackScope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ProviderTests {

    @TempDir
    private Path folder;

    @Test
    void movesNothingTwiceForOneKey() throws Exception {
        try (var books = books()) {
            var provider = provider(books);
            var intent = opened(provider);
            provider.move(call("confirm", "a"), intent.id(), open -> open.confirm(Card.TOK_VISA, 200));

            var again = provider.move(call("confirm", "a"), intent.id(), open -> open.confirm(Card.TOK_VISA, 200));

            assertThat(again).isInstanceOf(Unchanged.class);
            assertThat(books.ledger("ord_1")).hasSize(2);
        }
    }

    @Test
    void refusesAKeyThatComesWithAnotherBody() throws Exception {
        try (var books = books()) {
            var provider = provider(books);
            opened(provider);

            var other = provider.open(Call.of("open", "intents", "1001"), "ord_1", 1001, "GBP");

            assertThat(other).isEqualTo(new KeyReused());
        }
    }

    @Test
    void letsTwoIntentsHaveOneReference() throws Exception {
        try (var books = books()) {
            var provider = provider(books);
            opened(provider);
            provider.open(Call.of("open-2", "intents", "1000"), "ord_1", 1000, "GBP");

            assertThat(books.ofReference("ord_1")).hasSize(2);
        }
    }

    @Test
    void knowsNoIntentThatWasNeverOpened() throws Exception {
        try (var books = books()) {
            assertThat(provider(books).move(call("void", "a"), "pi_none", Intent::release))
                    .isEqualTo(new Unknown());
        }
    }

    @Test
    void remembersIntentsKeysAndEntriesWhenItStartsAgain() throws Exception {
        String id;
        try (var books = books()) {
            id = opened(provider(books)).id();
            provider(books).move(call("confirm", "a"), id, open -> open.confirm(Card.TOK_VISA, 200));
        }
        try (var books = books()) {
            assertThat(books.find(id)).get().extracting(Intent::captured).isEqualTo(200L);
            assertThat(books.ledger("ord_1"))
                    .extracting(LedgerEntry::kind)
                    .containsExactly(LedgerKind.AUTHORISE, LedgerKind.CAPTURE);
            assertThat(provider(books).hasAnswered(call("confirm", "a"))).isTrue();
        }
    }

    @Test
    void letsOneOfManyCapturesWinWhenThereIsMoneyForOneOnly() throws Exception {
        try (var books = books()) {
            var provider = provider(books);
            var intent = opened(provider);
            provider.move(call("confirm", "a"), intent.id(), open -> open.confirm(Card.TOK_VISA, 0));
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var client = 0; client < 20; client++) {
                    var call = call("capture", "c" + client);
                    clients.execute(() -> provider.move(call, intent.id(), authorised -> authorised.capture(600)));
                }
            }

            assertThat(books.find(intent.id()).orElseThrow().captured()).isEqualTo(600);
            assertThat(entries(books))
                    .filteredOn(entry -> entry.kind() == LedgerKind.CAPTURE)
                    .hasSize(1);
        }
    }

    private static List<LedgerEntry> entries(Books books) {
        var entries = new ArrayList<LedgerEntry>();
        books.forEachEntry(entries::add);
        return entries;
    }

    private static Intent opened(Provider provider) {
        var opened = provider.open(Call.of("open", "intents", "1000"), "ord_1", 1000, "GBP");
        assertThat(opened).isInstanceOf(Changed.class);
        return ((Changed) opened).intent();
    }

    private static Call call(String path, String key) {
        return Call.of(key, path, "");
    }

    private static Provider provider(Books books) {
        return new Provider(books, Clock.systemUTC());
    }

    private Books books() {
        var settings = new PaymentSettings(
                folder.resolve("payments.jsonl"),
                "",
                "",
                "",
                CallbackScope.ALL,
                List.of(),
                Duration.ZERO,
                Duration.ZERO);
        return new Books(settings, new JsonMapper());
    }
}
