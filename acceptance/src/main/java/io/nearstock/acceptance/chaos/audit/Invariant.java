package io.nearstock.acceptance.chaos.audit;

/** What holds whatever breaks. */
public enum Invariant {
    I1("nothing is sold that is not there"),
    I2("every accepted order exists and ends, or waits for a person; an end is final"),
    I3("one key is one order, and no order is without a key"),
    I4("money adds up, in our books and in the provider's"),
    I5("the ledger replays to the balances, and each movement is there once"),
    I6("one mail for each order and kind"),
    I7("each aggregate's events count from 1 and follow its life"),
    I8("read models agree with what they are copies of"),
    I9("what was refused had no effect"),
    OUTBOX("nothing waits to be sent"),
    DEAD_LETTERS("nothing is laid aside but what was planted");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
