package io.nearstock.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What this instance has leased and is about to send. Lost with a crash; the leases then run out. */
@Component
public class Outgoing {

    private final LinkedBlockingQueue<Notification> queue = new LinkedBlockingQueue<>(200);

    public int room() {
        return queue.remainingCapacity();
    }

    /** What finds no room is sent by whoever finds its lease run out. */
    public void add(List<Notification> leased) {
        leased.forEach(queue::offer);
    }

    /** Up to so many, as soon as there is one; none after a second without. */
    public List<Notification> take(int atMost) throws InterruptedException {
        var taken = new ArrayList<Notification>();
        var first = queue.poll(1, TimeUnit.SECONDS);
        if (first != null) {
            taken.add(first);
            queue.drainTo(taken, atMost - 1);
        }
        return taken;
    }
}
