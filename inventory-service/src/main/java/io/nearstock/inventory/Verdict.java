package io.nearstock.inventory;

/** What is to become of a change that a row remembers, as its owner's document says. */
public enum Verdict {
    /** It stands, and belongs in the ledger. */
    RECORD,
    /** Its owner has not said yet. */
    WAIT,
    /** Its owner does without it. */
    UNDO
}
