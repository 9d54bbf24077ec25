package io.nearstock.catalog.redemption;

import io.nearstock.catalog.Allowances;
import io.nearstock.catalog.Redemption;
import io.nearstock.catalog.Redemption.Answer;
import io.nearstock.catalog.Redemption.Answer.Progress;
import io.nearstock.catalog.RedemptionSettings;
import io.nearstock.catalog.Redemptions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Claims uses for an order, or sends them back. Going back is stored first, then the rows change, then it is closed; each
 * part may be repeated by anybody.
 */
@Component
final class MoveRedemption {

    private final Redemptions redemptions;
    private final Allowances allowances;
    private final RedemptionSettings settings;
    private final Clock clock;

    MoveRedemption(Redemptions redemptions, Allowances allowances, RedemptionSettings settings, Clock clock) {
        this.redemptions = redemptions;
        this.allowances = allowances;
        this.settings = settings;
        this.clock = clock;
    }

    Answer claim(String id, String orderId) {
        var now = clock.instant();
        return redemptions.change(id, () -> Redemption.unseen(id, now), found -> found.claim(orderId, now));
    }

    /** One that nobody has asked for yet is released all the same: the request may be late. */
    void release(String id, @Nullable String orderId) {
        var now = clock.instant();
        carryOut(redemptions.change(
                id, () -> Redemption.unseen(id, now), found -> found.release(orderId, now, settings)));
    }

    /** What an event says; most holds have no uses, and leave nothing behind here. */
    void releaseIfAny(String id, @Nullable String orderId) {
        if (redemptions.find(id).isPresent()) {
            release(id, orderId);
        }
    }

    /** Does what has become due. */
    void attendTo(Redemption due) {
        switch (due.status()) {
            case PREPARING -> store(due.abandon());
            case HELD -> store(due.expire(clock.instant(), settings));
            case RETURNING -> giveBack(due);
            case ABANDONED, CLAIMED, RETURNED -> {} // nothing is ever due
        }
    }

    private void store(Answer answer) {
        if (answer instanceof Progress progress && redemptions.save(progress)) {
            carryOut(progress);
        }
    }

    private void carryOut(Answer stored) {
        if (stored instanceof Progress(var next) && next.isReturning()) {
            giveBack(next);
        }
    }

    private void giveBack(Redemption returning) {
        var now = clock.instant();
        returning.uses().forEach(use -> allowances.giveBack(use, returning, now, () -> isOpen(returning.id())));
        redemptions.change(returning.id(), () -> returning, Redemption::returned);
    }

    private boolean isOpen(String id) {
        return redemptions.find(id).filter(Redemption::isReturning).isPresent();
    }
}
