package io.nearstock.catalog.quality.aspect;

import java.util.Optional;

/** What a word or phrase says: of which aspect, if of one, and how well of it. */
record Term(Optional<Aspect> aspect, int sentiment) {

    boolean isGeneral() {
        return aspect.isEmpty();
    }
}
