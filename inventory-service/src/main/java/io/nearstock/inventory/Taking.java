package io.nearstock.inventory;

import java.util.Map;

/**
 * A hold's step to be taken.
 *
 * @param owed rows that may owe so much; a row of which this has changed meanwhile has too little
 */
record Taking(Step step, Map<String, Integer> owed) {

    /** Where it may meet others; by itself where it is about more than what one row has. */
    String place() {
        return step.portions().size() == 1 && owed.isEmpty() ? step.rows().getFirst() : step.id();
    }
}
