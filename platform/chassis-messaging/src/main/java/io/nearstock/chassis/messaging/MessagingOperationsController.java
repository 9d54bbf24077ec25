package io.nearstock.chassis.messaging;

import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.Problems;
import io.nearstock.chassis.web.UnknownIdException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the people who run the service see of its messages, and may do about them. */
@RestController
final class MessagingOperationsController {

    record Outboxes(List<OutboxView> items) {}

    private final OutboxRelay relay;
    private final DeadLetters deadLetters;
    private final Replay replay;

    MessagingOperationsController(OutboxRelay relay, DeadLetters deadLetters, Replay replay) {
        this.relay = relay;
        this.deadLetters = deadLetters;
        this.replay = replay;
    }

    @GetMapping("/ops/outbox")
    Outboxes outbox() {
        return new Outboxes(relay.workers().stream().map(OutboxView::of).toList());
    }

    @GetMapping("/ops/dead-letters")
    Page<DeadLetter> deadLetters(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse(null);
        return Page.of(deadLetters.list(after, page.limit() + 1), page, letter -> Cursor.of(letter.id()));
    }

    @PostMapping("/ops/dead-letters/{id}/replay")
    ResponseEntity<?> replay(@PathVariable String id) {
        var letter = deadLetters.find(id).orElseThrow(() -> new UnknownIdException(id));
        return replay.of(letter)
                .<ResponseEntity<?>>map(
                        reason -> Problems.refused(CONFLICT, "replay_failed", "It failed again: " + reason))
                .orElseGet(() -> ResponseEntity.ok(letter));
    }
}
