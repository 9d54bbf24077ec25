package io.nearstock.testkit.simulation;

import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What a simulated database looks at when it updates. */
final class Sight {

    private final Set<String> blindTo;
    private final boolean onlyTogether;
    private int together;

    /** With {@code onlyTogether} it is blind when it pushes several elements at once, and sees everything else. */
    Sight(Set<String> blindTo, boolean onlyTogether) {
        this.blindTo = blindTo;
        this.onlyTogether = onlyTogether;
    }

    /** The conditions that it looks at for a change. */
    Filter of(Filter filter, BsonDocument change) {
        return onlyTogether && !isTogether(change) ? filter : filter.blindTo(blindTo);
    }

    void made(BsonDocument change) {
        together += isTogether(change) ? 1 : 0;
    }

    /** How many changes pushed several elements at once. */
    int together() {
        return together;
    }

    private static boolean isTogether(BsonDocument change) {
        return change.containsKey("$push")
                && change.getDocument("$push").values().stream().anyMatch(Sight::isSeveral);
    }

    private static boolean isSeveral(BsonValue pushed) {
        return pushed.isDocument()
                && pushed.asDocument().containsKey("$each")
                && pushed.asDocument().getArray("$each").size() > 1;
    }
}
