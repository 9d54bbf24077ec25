package io.nearstock.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.client.discovery.event.HeartbeatEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/**
 * Keeps Eureka's heartbeats from an application that is still starting. Eureka tells them in a thread of its own; where
 * the start takes longer than its first interval, that thread would create listeners while the main thread creates what
 * they need, and the two could wait for each other for ever.
 */
@Component(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME)
class EventsOnceReady extends SimpleApplicationEventMulticaster {

    private volatile boolean ready;

    @Override
    public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {
        ready |= event instanceof ApplicationReadyEvent;
        if (ready || !(event instanceof HeartbeatEvent)) {
            super.multicastEvent(event, type);
        }
    }
}
