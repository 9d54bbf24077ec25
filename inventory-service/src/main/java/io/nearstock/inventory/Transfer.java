package io.nearstock.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Stock on its way from one hub to another: it leaves in one step and comes in another. A value; each change is stored
 * upon the status that it was decided on.
 *
 * @param actor who sent it
 * @param receiver who took it in
 * @param nextActionAt when somebody else must finish the step that was begun; null while nothing is begun
 */
public record Transfer(
        @BsonId String id,
        String fromHubId,
        String toHubId,
        List<Load> loads,
        Status status,
        String actor,
        @Nullable String receiver,
        @Nullable String reason,
        Instant at,
        @Nullable Instant nextActionAt) {

    /** How far it is; the -ING ones are locks. */
    public enum Status {
        DISPATCHING,
        REFUSED,
        DISPATCHED,
        RECEIVING,
        RECEIVED
    }

    /**
     * One product of it.
     *
     * @param received how many came; null while it is on its way
     * @param explanation why that is another number
     */
    public record Load(
            String sku,
            int dispatched,
            @Nullable Integer received,
            @Nullable String explanation) {

        int arrived() {
            return Objects.requireNonNullElse(received, 0);
        }

        public boolean differs() {
            return received != null && received != dispatched;
        }
    }

    public static Transfer asked(
            String id,
            String fromHubId,
            String toHubId,
            List<Line> lines,
            String actor,
            @Nullable String reason,
            Instant at,
            Duration lease) {
        var loads = Line.total(lines).entrySet().stream()
                .map(line -> new Load(line.getKey(), line.getValue(), null, null))
                .toList();
        return new Transfer(id, fromHubId, toHubId, loads, Status.DISPATCHING, actor, null, reason, at, at.plus(lease));
    }

    /** The next status of a step that has been done. */
    Transfer ended(Status next) {
        return new Transfer(id, fromHubId, toHubId, loads, next, actor, receiver, reason, at, null);
    }

    public Transfer receiving(List<Load> received, String by, Instant now, Duration lease) {
        return new Transfer(id, fromHubId, toHubId, received, Status.RECEIVING, actor, by, reason, at, now.plus(lease));
    }

    Step departure() {
        return step("out", MovementKind.TRANSFER, portions(fromHubId, loads, load -> -load.dispatched()));
    }

    Step expectation() {
        return step("expected", MovementKind.EXPECTATION, portions(toHubId, loads, Load::dispatched));
    }

    /** What came of what was expected, then what did not, then what nobody expected. */
    List<Step> arrival() {
        return List.of(
                step(
                        "in",
                        MovementKind.ARRIVAL,
                        portions(toHubId, loads, load -> Math.min(load.arrived(), load.dispatched()))),
                step(
                        "missing",
                        MovementKind.EXPECTATION,
                        portions(toHubId, loads, load -> Math.min(0, load.arrived() - load.dispatched()))),
                step(
                        "surplus",
                        MovementKind.RECEIPT,
                        portions(toHubId, loads, load -> Math.max(0, load.arrived() - load.dispatched()))));
    }

    private Step step(String name, MovementKind kind, List<Portion> portions) {
        var by = receiver == null ? actor : receiver;
        return Step.of(id + "." + name, kind, portions, new Cause("transfer", id), by, explanation(), at);
    }

    private @Nullable String explanation() {
        return loads.stream()
                .flatMap(load -> Optional.ofNullable(load.explanation()).stream())
                .findFirst()
                .orElse(reason);
    }

    private static List<Portion> portions(String hubId, List<Load> loads, Counted units) {
        var lines = loads.stream()
                .map(load -> new Line(load.sku(), units.of(load)))
                .filter(line -> line.quantity() != 0)
                .toList();
        return Portion.at(hubId, lines);
    }

    private interface Counted {

        int of(Load load);
    }
}
