package io.nearstock.inventory.transfer;

import io.nearstock.inventory.Transfer;
import io.nearstock.inventory.Transfer.Load;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the API shows it.
 *
 * @param differences products of which another number came than was sent
 */
record TransferView(
        String id,
        String status,
        String fromHubId,
        String toHubId,
        List<LoadView> lines,
        List<LoadView> differences,
        @Nullable String reason,
        Instant at) {

    record LoadView(
            String sku,
            int quantity,
            @Nullable Integer received,
            @Nullable String explanation) {

        static LoadView of(Load load) {
            return new LoadView(load.sku(), load.dispatched(), load.received(), load.explanation());
        }
    }

    static TransferView of(Transfer transfer) {
        return new TransferView(
                transfer.id(),
                transfer.status().name().toLowerCase(Locale.ROOT),
                transfer.fromHubId(),
                transfer.toHubId(),
                transfer.loads().stream().map(LoadView::of).toList(),
                transfer.loads().stream()
                        .filter(Load::differs)
                        .map(LoadView::of)
                        .toList(),
                transfer.reason(),
                transfer.at());
    }
}
