package io.nearstock.inventory.replenishment;

import static java.util.stream.Collectors.toMap;

import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.StockRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what rows have and expect with what will be wanted, and keeps one open proposal for each that needs it. */
@Component
final class Propose {

    private final Situations situations;
    private final Proposals proposals;
    private final Seek seek;
    private final TellOutlooks outlooks;
    private final ReplenishmentRule rule;
    private final PlanningSettings settings;
    private final Clock clock;

    Propose(
            Situations situations,
            Proposals proposals,
            Seek seek,
            TellOutlooks outlooks,
            ReplenishmentRule rule,
            PlanningSettings settings,
            Clock clock) {
        this.situations = situations;
        this.proposals = proposals;
        this.seek = seek;
        this.outlooks = outlooks;
        this.rule = rule;
        this.settings = settings;
        this.clock = clock;
    }

    void forRows(List<StockRow> rows) {
        var now = clock.instant();
        var situation =
                situations.of(rows.stream().map(StockRow::sku).distinct().toList(), now);
        var needs = rows.stream()
                .flatMap(row -> need(row, situation, now).map(need -> Map.entry(row.id(), need)).stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var sought = seek.sought(needs.keySet(), now);
        var spare = situations.spare(situation, needs.keySet(), rows, now);
        for (var row : rows) {
            var need = Optional.ofNullable(needs.get(row.id()))
                    .map(known -> spare.meet(row.sku(), row.hubId(), known).orElse(known));
            settle(row, situation.open().get(row.id()), need.orElse(null), now);
            need.filter(known -> known.donor() == null && !sought.contains(row.id()))
                    .ifPresent(known -> seek.supplierOf(row, known, situation, now));
        }
        outlooks.of(situation, now);
    }

    private Optional<Need> need(StockRow row, Situation situation, Instant now) {
        return situation
                .forecast(row)
                .filter(_ -> !situation.leftAlone().contains(row.id()))
                .flatMap(forecast ->
                        rule.need(situation.position(row), forecast, situation.offers(row.sku()), settings.dayOf(now)));
    }

    private void settle(StockRow row, @Nullable Proposal open, @Nullable Need need, Instant now) {
        if (open == null && need != null) {
            proposals.propose(row, need, now);
        } else if (open != null && need == null) {
            proposals.withdraw(open);
        } else if (open != null && need != null && !open.need().equals(need)) {
            proposals.renew(open, need, now);
        }
    }
}
