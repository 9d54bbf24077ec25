package io.nearstock.inventory;

import java.util.Map;

/**
 * A hold's step to be taken.
 *
 * @param owed rows that may owe so much; a row of which this has changed meanwhile has too little
 * @param atOnce whether its hold is not stored before: a row that remembers anything of this hold is not taken
 */
record Taking(Step step, Map<String, Integer> owed, boolean atOnce) {

    /** Where it may meet others; by itself where it is about more than what one row has. */
    String place() {
        return atOnce ? step.rows().getFirst() : step.id();
    }
}
