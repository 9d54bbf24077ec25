package io.nearstock.order;

/**
 * Whoever moves the money. Each order to it carries a key of ours: the same key is the same operation, however often it
 * is sent, and answers the same.
 */
public interface PaymentProvider {

    sealed interface Answer {

        record Known(Intent intent) implements Answer {}

        /** It understood and did not do it; nothing has moved. */
        record Refused(String code) implements Answer {}

        /** It may have been done or not: it is not reached, or its answer is not. */
        record Unknown() implements Answer {}
    }

    /** Announces a charge; nothing moves before it is confirmed. */
    Answer open(String key, String reference, Money amount);

    /** Authorises the intent's amount on the card and captures a part at once. */
    Answer confirm(String key, String intentId, String token, long capture);

    Answer capture(String key, String intentId, long amount);

    Answer refund(String key, String intentId, long amount);

    /** Gives up an intent that is not decided, or what is authorised beyond what was captured. */
    Answer release(String key, String intentId);

    Answer find(String intentId);
}
