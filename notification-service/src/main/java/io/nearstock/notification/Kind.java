package io.nearstock.notification;

/** What a notification is about; one event makes one. */
public enum Kind {
    ORDER_CONFIRMATION("order_confirmation"),
    ORDER_CANCELLATION("order_cancellation"),
    GOODS_ARRIVED("goods_arrived"),
    VERIFICATION("verification"),
    PASSWORD_RESET("password_reset"),
    BACK_IN_STOCK("back_in_stock"),
    PRICE_DROP("price_drop");

    private final String wireName;

    Kind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API, in ids and in Message-IDs; it outlives a renamed constant. */
    public String wireName() {
        return wireName;
    }
}
