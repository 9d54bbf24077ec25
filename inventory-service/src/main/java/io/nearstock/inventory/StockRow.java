package io.nearstock.inventory;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One product in one hub: onHand = available + allocated + safety + damaged + quarantined, always.
 *
 * @param available below zero where more was sold over the counter than the balance had
 * @param incoming ordered from suppliers, not here yet
 * @param seq rises with each change
 * @param publishedSeq the last state that others were told
 * @param reorderPoint at so many available units it is low; null where nobody has said
 * @param supply the last one that others were told
 * @param lotted whether some of it ever came with a lot or a serial
 * @param serialised whether some of it ever came with a serial
 * @param backOrder how far below zero holds may take it; null where they may not
 * @param pending changes that are in the balances already, but not in the ledger yet
 */
public record StockRow(
        @BsonId String id,
        String sku,
        String hubId,
        int onHand,
        int available,
        int allocated,
        int safety,
        int damaged,
        int quarantined,
        int incoming,
        long seq,
        long publishedSeq,
        @Nullable Integer reorderPoint,
        @Nullable Supply supply,
        @Nullable Boolean lotted,
        @Nullable Boolean serialised,
        @Nullable BackOrderTerms backOrder,
        List<Pending> pending) {

    /** A hub's id has no "@", so a SKU may. */
    public static String id(String sku, String hubId) {
        return sku + "@" + hubId;
    }

    public static String sku(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('@')));
    }

    public static String hub(String id) {
        return id.substring(id.lastIndexOf('@') + 1);
    }

    public static StockRow empty(String sku, String hubId) {
        return new StockRow(
                id(sku, hubId), sku, hubId, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, null, List.of());
    }

    public boolean isLotted() {
        return Boolean.TRUE.equals(lotted);
    }

    public boolean isSerialised() {
        return Boolean.TRUE.equals(serialised);
    }

    public boolean addsUp() {
        return onHand == available + allocated + safety + damaged + quarantined;
    }

    /** As it is after so many more units are held, for all that is known here. */
    StockRow holding(int units) {
        return new StockRow(
                id,
                sku,
                hubId,
                onHand,
                available - units,
                allocated + units,
                safety,
                damaged,
                quarantined,
                incoming,
                seq,
                publishedSeq,
                reorderPoint,
                supply,
                lotted,
                serialised,
                backOrder,
                pending);
    }

    /** Units that holds may take before they come. */
    public int backOrderLimit() {
        return backOrder == null ? 0 : backOrder.limit();
    }

    /** Whether it has been changed for this owner, and that is not over. */
    boolean remembers(String owner) {
        return pending.stream().anyMatch(each -> each.owner().equals(owner));
    }

    /** Units that it owes to holds, or to whom they were sold over the counter. */
    public int owed() {
        return Math.max(0, -available);
    }

    public Balance balance() {
        return new Balance(onHand, available, allocated, safety, damaged, quarantined, incoming);
    }
}
