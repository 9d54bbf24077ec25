package io.nearstock.chassis.messaging;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a dead letter to its handler again and forgets it when that succeeds. The handlers bear repetition. */
final class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final Subscriptions subscriptions;
    private final DeadLetters deadLetters;

    Replay(Subscriptions subscriptions, DeadLetters deadLetters) {
        this.subscriptions = subscriptions;
        this.deadLetters = deadLetters;
    }

    /** Why it failed again; empty when it did not. */
    Optional<String> of(DeadLetter letter) {
        try {
            subscriptions.replay(letter);
        } catch (RuntimeException failure) {
            LOG.warn("dead letter {} failed again", letter.id(), failure);
            return Optional.of(failure.getClass().getSimpleName());
        }
        deadLetters.remove(letter.id());
        return Optional.empty();
    }
}
