package io.nearstock.inventory;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A plan that takes more of some rows than there is: what they will owe, and when its shipments leave. */
final class Owing {

    /** When a shipment is there that leaves on a day. */
    interface Arrival {

        LocalDate of(Shipment shipment, LocalDate shipsOn);
    }

    private final Plan plan;
    private final Map<String, StockRow> rows;

    Owing(Plan plan, List<StockRow> rows) {
        this.plan = plan;
        this.rows = rows.stream().collect(toMap(StockRow::id, Function.identity()));
    }

    Plan plan(Arrival arrival) {
        var owed = plan.portions().stream()
                .filter(this::isMoreThanThereIs)
                .collect(toMap(Portion::row, portion -> row(portion).backOrderLimit()));
        var shipments = plan.shipments().stream()
                .map(shipment -> leaving(shipment, arrival))
                .toList();
        return new Plan(shipments, List.of(), plan.reason() + " Some of it is on back-order.", owed);
    }

    private boolean isMoreThanThereIs(Portion portion) {
        return portion.quantity() > row(portion).available();
    }

    private Shipment leaving(Shipment shipment, Arrival arrival) {
        return shipsOn(shipment)
                .map(day -> shipment.leavingOn(day, arrival.of(shipment, day)))
                .orElse(shipment);
    }

    private Optional<LocalDate> shipsOn(Shipment shipment) {
        return Portion.at(shipment.hubId(), shipment.lines()).stream()
                .filter(this::isMoreThanThereIs)
                .flatMap(portion -> Optional.ofNullable(row(portion).backOrder()).stream())
                .map(BackOrderTerms::shipsOn)
                .max(Comparator.naturalOrder());
    }

    private StockRow row(Portion portion) {
        return rows.getOrDefault(portion.row(), StockRow.empty(portion.sku(), portion.hubId()));
    }
}
