package io.nearstock.order;

import static java.util.function.Predicate.not;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes each command that the service sends to its database, reads and writes. */
public final class Commands implements CommandListener {

    private final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        all.add(event.getCommand().toJson());
    }

    /** Those of requests that name one of these, such as an order's id. */
    public List<String> about(String... texts) {
        return naming(texts).stream().filter(not(Commands::isRelays)).toList();
    }

    /** By which the relay takes away messages of whatever is named. */
    public List<String> ofRelayAbout(String... texts) {
        return naming(texts).stream().filter(Commands::isRelays).toList();
    }

    private List<String> naming(String... texts) {
        return all.stream()
                .filter(command -> Arrays.stream(texts).anyMatch(command::contains))
                .toList();
    }

    /** It alone pulls, and reads nothing but outboxes. */
    private static boolean isRelays(String command) {
        return command.contains("$pull") || command.contains("\"projection\": {\"outbox\": 1}");
    }
}
