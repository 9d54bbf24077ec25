package io.nearstock.inventory;

import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** What a change of a purchase order does to stock. */
record PurchaseSteps(PurchaseOrder order, String actor, Instant now) {

    List<Step> arrival(String receipt, List<Delivered> delivered, List<Item> after, boolean ends) {
        var good = new ArrayList<Line>();
        var broken = new ArrayList<Line>();
        delivered.forEach(each -> {
            good.add(new Line(each.sku(), each.quantity() - each.damaged()));
            broken.add(new Line(each.sku(), each.damaged()));
        });
        var id = order.id() + "." + receipt;
        return List.of(
                step(id + ".good", MovementKind.ARRIVAL, good),
                step(id + ".damaged", MovementKind.DAMAGED_ARRIVAL, broken),
                step(id + ".corrected", MovementKind.EXPECTATION, corrections(after, ends)));
    }

    /** Beyond what was ordered nothing had been expected; and at the end nothing is any more. */
    private List<Line> corrections(List<Item> after, boolean ends) {
        var corrections = new ArrayList<Line>();
        for (int i = 0; i < after.size(); i++) {
            var before = order.items().get(i);
            var item = after.get(i);
            var came = item.came() - before.came();
            var surplus = Math.max(0, came - before.open());
            corrections.add(new Line(item.sku(), surplus - (ends ? item.open() : 0)));
        }
        return corrections;
    }

    List<Step> expectation(Status cause, ToIntFunction<Item> units) {
        var lines = order.items().stream()
                .map(item -> new Line(item.sku(), units.applyAsInt(item)))
                .toList();
        return List.of(step(order.id() + "." + cause.name().toLowerCase(Locale.ROOT), MovementKind.EXPECTATION, lines));
    }

    private Step step(String id, MovementKind kind, List<Line> lines) {
        var real = lines.stream().filter(line -> line.quantity() != 0).toList();
        var cause = new Cause("purchase_order", order.id());
        return Step.of(id, kind, Portion.at(order.hubId(), real), cause, actor, null, now);
    }
}
