package io.nearstock.notification.delivery;

/** What the mail server made of a mail. */
sealed interface Handover {

    record Accepted() implements Handover {}

    /** For good: the recipient or the mail is not wanted. */
    record Refused(int code) implements Handover {}

    /** For now: it is away, or asks to come again. */
    record NotNow(String why) implements Handover {}
}
