package io.nearstock.order.announcement;

import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.order.OrderEvent;
import io.nearstock.order.Transition.Progress;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts events into the words that other services know. Their JSON is the event's own; platform/contracts holds it still. */
@Component
final class OrderAnnouncements implements Function<Progress, List<OutboxEntry>> {

    private final OutboxEntries entries;

    OrderAnnouncements(OutboxEntries entries) {
        this.entries = entries;
    }

    @Override
    public List<OutboxEntry> apply(Progress progress) {
        var order = progress.order();
        var announced =
                progress.events().stream().filter(OrderEvent::concernsOthers).toList();
        var before = order.messages() - announced.size();
        return IntStream.range(0, announced.size())
                .mapToObj(i -> entry(order.id(), before + i + 1, announced.get(i)))
                .toList();
    }

    private OutboxEntry entry(String orderId, long sequence, OrderEvent event) {
        return entries.entry(orderId, sequence, event.name(), event.at(), event);
    }
}
