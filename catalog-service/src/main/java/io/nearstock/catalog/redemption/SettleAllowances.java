package io.nearstock.catalog.redemption;

import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.Allowance;
import io.nearstock.catalog.Allowance.Pending;
import io.nearstock.catalog.Allowances;
import io.nearstock.catalog.Redemption;
import io.nearstock.catalog.Redemption.Verdict;
import io.nearstock.catalog.Redemptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Brings changed rows to rest: what redemptions stand by is forgotten, what they gave up goes back. */
@Component
final class SettleAllowances {

    /** How long a row is left alone that waits for redemptions. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Allowances allowances;
    private final Redemptions redemptions;
    private final Clock clock;

    SettleAllowances(Allowances allowances, Redemptions redemptions, Clock clock) {
        this.allowances = allowances;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    void run() {
        allowances.neglected(clock.instant()).forEach(this::settle);
    }

    /** The row was read before its redemptions are: a step that is closed by then never changes the row again. */
    private void settle(Allowance row) {
        var owners = owners(row);
        var undone = of(Verdict.UNDO, row, owners);
        undone.forEach(taken -> allowances.undo(row.id(), taken));
        var recorded =
                of(Verdict.RECORDED, row, owners).stream().map(Pending::id).toList();
        var rests = undone.size() + recorded.size() == row.pending().size() && undone.isEmpty();
        allowances.settle(row, recorded, rests, clock.instant().plus(PAUSE));
    }

    private Map<String, Redemption> owners(Allowance row) {
        var ids = row.pending().stream().map(Pending::redemptionId).distinct().toList();
        return redemptions.ofIds(ids).stream().collect(toMap(Redemption::id, Function.identity()));
    }

    private static List<Pending> of(Verdict verdict, Allowance row, Map<String, Redemption> owners) {
        return row.pending().stream()
                .filter(pending -> verdict(pending, owners) == verdict)
                .toList();
    }

    private static Verdict verdict(Pending pending, Map<String, Redemption> owners) {
        var owner = owners.get(pending.redemptionId());
        return owner == null ? Verdict.WAIT : owner.verdict(pending);
    }
}
