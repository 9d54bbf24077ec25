package io.nearstock.notification.delivery;

/** A rendered mail; never stored and never logged. */
record Mail(String messageId, String to, String subject, String html, String text) {

    @Override
    public String toString() {
        return "mail " + messageId;
    }
}
