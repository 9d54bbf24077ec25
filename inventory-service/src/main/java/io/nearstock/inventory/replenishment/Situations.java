package io.nearstock.inventory.replenishment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.Distances;
import io.nearstock.inventory.Hubs;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.Stock;
import io.nearstock.inventory.StockRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads what replenishment goes by. */
@Component
final class Situations {

    private record Planned(String row, int units) {}

    private final Stock stock;
    private final DemandForecasts forecasts;
    private final OfferBook offers;
    private final PurchaseOrders orders;
    private final Proposals proposals;
    private final Hubs hubs;
    private final Distances distances;
    private final ReplenishmentRule rule;
    private final PlanningSettings settings;

    Situations(
            Stock stock,
            DemandForecasts forecasts,
            OfferBook offers,
            PurchaseOrders orders,
            Proposals proposals,
            Hubs hubs,
            Distances distances,
            ReplenishmentRule rule,
            PlanningSettings settings) {
        this.stock = stock;
        this.forecasts = forecasts;
        this.offers = offers;
        this.orders = orders;
        this.proposals = proposals;
        this.hubs = hubs;
        this.distances = distances;
        this.rule = rule;
        this.settings = settings;
    }

    /** Decisions are read before orders, so that what was approved is seen as one or as the other. */
    Situation of(Collection<String> skus, Instant now) {
        var open = proposals.openOf(skus).stream().collect(toMap(Proposal::row, Function.identity()));
        var leftAlone = proposals.leftAlone(skus, now.minus(settings.quiet()));
        var planned = planned(skus);
        var everywhere = stock.of(skus);
        var expected = forecasts.of(everywhere.stream().map(StockRow::id).toList());
        return new Situation(open, leftAlone, planned, everywhere, expected, offers.offersOf(skus));
    }

    private Map<String, Integer> planned(Collection<String> skus) {
        return orders.planned(skus).stream()
                .flatMap(order -> order.items().stream().map(item -> planned(order, item)))
                .collect(groupingBy(Planned::row, summingInt(Planned::units)));
    }

    private static Planned planned(PurchaseOrder order, PurchaseOrder.Item item) {
        return new Planned(StockRow.id(item.sku(), order.hubId()), item.open());
    }

    /** What the hubs have above their own order-up-to levels, less what is proposed to go to rows that are not looked at. */
    SpareStock spare(Situation situation, Collection<String> needy, List<StockRow> looked, Instant now) {
        var spare = new SpareStock(hubs, distances, settings.transferKmCost());
        var wanted = looked.stream()
                .filter(row -> needy.contains(row.id()))
                .map(StockRow::sku)
                .collect(toSet());
        situation.everywhere().stream()
                .filter(row -> wanted.contains(row.sku()) && !needy.contains(row.id()))
                .forEach(row -> spare.has(row.id(), row.available() - keeps(situation, row, now)));
        var ids = looked.stream().map(StockRow::id).collect(toSet());
        situation.open().values().stream()
                .filter(proposal -> !ids.contains(proposal.row()))
                .forEach(proposal -> promised(spare, proposal));
        return spare;
    }

    private int keeps(Situation situation, StockRow row, Instant now) {
        return situation
                .forecast(row)
                .map(forecast -> rule.levels(forecast, situation.offers(row.sku()), settings.dayOf(now))
                        .orderUpTo())
                .orElse(0);
    }

    private static void promised(SpareStock spare, Proposal proposal) {
        var donor = proposal.need().donor();
        if (donor != null) {
            spare.without(StockRow.id(proposal.sku(), donor.hubId()), proposal.quantity());
        }
    }
}
