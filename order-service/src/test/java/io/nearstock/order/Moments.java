package io.nearstock.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until a test moves it on. */
final class Moments extends Clock {

    private volatile Instant now;

    Moments(Instant now) {
        this.now = now;
    }

    void is(Instant moment) {
        now = moment;
    }

    void pass(Duration time) {
        is(now.plus(time));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
