package io.nearstock.order;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes each write that the service sends to its database. */
public final class Writes implements CommandListener {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "bulkWrite");

    private final List<String> commands = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (WRITES.contains(event.getCommandName())) {
            commands.add(event.getCommand().toJson());
        }
    }

    /** Those that name this, such as an order's id. */
    public List<String> about(String text) {
        return commands.stream().filter(command -> command.contains(text)).toList();
    }
}
