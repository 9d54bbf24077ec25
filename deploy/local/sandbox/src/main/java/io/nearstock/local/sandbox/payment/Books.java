package io.nearstock.local.sandbox.payment;

import io.nearstock.local.sandbox.AppendOnlyFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All intents, all entries, all answers, in one file. Memory holds each intent as it is now, and of all else only where
 * it stands.
 */
@Component
final class Books implements AutoCloseable {

    private final Map<String, Intent> intents = new HashMap<>();
    private final Map<String, List<Long>> changesByReference = new HashMap<>();
    private final Map<String, Long> changeByKey = new HashMap<>();
    private final AppendOnlyFile file;
    private final JsonMapper json;

    Books(PaymentSettings settings, JsonMapper json) {
        this.json = json;
        file = new AppendOnlyFile(settings.file());
        file.forEach((position, line) -> index(json.readValue(line, Change.class), position));
    }

    /** The change has happened once this returns, whatever happens to this process. */
    synchronized void add(Change change) {
        index(change, file.append(json.writeValueAsString(change)));
    }

    private void index(Change change, long position) {
        var intent = change.intent();
        intents.put(intent.id(), intent);
        changesByReference
                .computeIfAbsent(intent.reference(), _ -> new ArrayList<>(2))
                .add(position);
        var key = change.call().scopedKey();
        if (key != null) {
            changeByKey.put(key, position);
        }
    }

    synchronized Optional<Intent> find(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    /** What the same call came to before. */
    synchronized Optional<Change> answered(Call call) {
        return Optional.ofNullable(positionOf(call.scopedKey())).map(this::read);
    }

    private @Nullable Long positionOf(@Nullable String key) {
        return key == null ? null : changeByKey.get(key);
    }

    /** Every intent of a reference, oldest first: references need not be unique. */
    synchronized List<Intent> ofReference(String reference) {
        return changes(reference)
                .map(change -> change.intent().id())
                .distinct()
                .map(intents::get)
                .toList();
    }

    synchronized List<LedgerEntry> ledger(String reference) {
        return changes(reference).flatMap(change -> change.entries().stream()).toList();
    }

    private Stream<Change> changes(String reference) {
        return changesByReference.getOrDefault(reference, List.of()).stream().map(this::read);
    }

    private Change read(long position) {
        return json.readValue(file.read(position), Change.class);
    }

    void forEachEntry(Consumer<LedgerEntry> reader) {
        file.forEach((_, line) -> json.readValue(line, Change.class).entries().forEach(reader));
    }

    synchronized List<Intent> inStatus(IntentStatus status) {
        return intents.values().stream()
                .filter(intent -> intent.status() == status)
                .toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
