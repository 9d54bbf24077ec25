package io.nearstock.notification.delivery;

/** What account-service answers, where it answers. */
sealed interface Answer<T> {

    record Found<T>(T value) implements Answer<T> {}

    /** Unknown, erased or used up. */
    record Gone<T>() implements Answer<T> {}

    record Unavailable<T>() implements Answer<T> {}
}
