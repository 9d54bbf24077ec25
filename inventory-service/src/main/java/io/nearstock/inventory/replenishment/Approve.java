package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.HoldSettings;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.PurchaseOrder;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Terms;
import io.nearstock.inventory.PurchaseOrders;
import io.nearstock.inventory.Transfer;
import io.nearstock.inventory.Transfers;
import io.nearstock.inventory.replenishment.Need.Donor;
import io.nearstock.inventory.replenishment.Proposal.Decision;
import io.nearstock.inventory.replenishment.Proposal.Status;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Turns a proposal into an order's draft, or into a transfer. What it becomes is stored with the approval; then that is
 * made, once, by whoever finds it.
 */
@Component
final class Approve {

    private static final Terms NO_TERMS = new Terms(0, 0, 0, 0);

    sealed interface Outcome {

        record Approved(Proposal proposal) implements Outcome {}

        record Refusal(String code, String detail) implements Outcome {}
    }

    private final Proposals proposals;
    private final OfferBook offers;
    private final PurchaseOrders orders;
    private final Transfers transfers;
    private final HoldSettings settings;
    private final Clock clock;

    Approve(
            Proposals proposals,
            OfferBook offers,
            PurchaseOrders orders,
            Transfers transfers,
            HoldSettings settings,
            Clock clock) {
        this.proposals = proposals;
        this.offers = offers;
        this.orders = orders;
        this.transfers = transfers;
        this.settings = settings;
        this.clock = clock;
    }

    Outcome approve(Proposal seen, String request, String actor) {
        if (seen.isDecidedBy(request)) {
            return outcome(finish(seen));
        }
        if (seen.need().isUnmet()) {
            return new Outcome.Refusal("no_offer", "Nobody offers this product: it needs a supplier first.");
        }
        if (!isStillOffered(seen)) {
            return new Outcome.Refusal("offer_changed", "The offer has changed; the next look finds what to do now.");
        }
        var now = clock.instant();
        return proposals
                .approve(seen, new Decision(request, actor, now, null), target(seen), now.plus(settings.lease()))
                .map(approved -> outcome(finish(approved)))
                .orElseGet(Approve::decided);
    }

    private static Outcome outcome(Proposal proposal) {
        return proposal.status() == Status.APPROVED
                ? new Outcome.Approved(proposal)
                : new Outcome.Refusal("insufficient_stock", "The other hub has not enough of it any more.");
    }

    static Outcome.Refusal decided() {
        return new Outcome.Refusal("already_decided", "It is decided, withdrawn or has other figures by now.");
    }

    private boolean isStillOffered(Proposal proposal) {
        var offer = proposal.need().offer();
        return proposal.need().donor() != null
                || offers.offersOf(List.of(proposal.sku())).getOrDefault(proposal.sku(), List.of()).stream()
                        .anyMatch(each -> offer != null && each.hasTermsOf(offer));
    }

    /** The draft that the last approval for this supplier and hub led to, or its own. */
    private String target(Proposal proposal) {
        var offer = proposal.need().offer();
        if (proposal.need().donor() != null || offer == null) {
            return proposal.own();
        }
        return proposals
                .lastOrder(offer.supplierId(), proposal.hubId())
                .filter(order -> orders.find(order)
                        .filter(found -> found.status() == PurchaseOrder.Status.DRAFT)
                        .isPresent())
                .orElseGet(proposal::own);
    }

    /** Does what is left to do of an approval. */
    Proposal finish(Proposal approved) {
        if (approved.nextActionAt() == null) {
            return approved;
        }
        var donor = approved.need().donor();
        return donor == null ? buy(approved) : move(approved, donor);
    }

    private Proposal move(Proposal approved, Donor donor) {
        var decision = decision(approved);
        var transfer = transfers.dispatch(Transfer.asked(
                approved.own(),
                donor.hubId(),
                approved.hubId(),
                List.of(new Line(approved.sku(), approved.quantity())),
                decision.by(),
                "replenishment " + approved.id(),
                decision.at(),
                settings.lease()));
        return transfer.status() == Transfer.Status.REFUSED ? proposals.refused(approved) : proposals.done(approved);
    }

    private Proposal buy(Proposal approved) {
        var offer = Objects.requireNonNull(approved.need().offer());
        var decision = decision(approved);
        var target = Objects.requireNonNull(approved.becomes());
        var item = new Item(approved.sku(), approved.quantity(), offer.unitCost(), 0, 0);
        if (!target.equals(approved.own())) {
            if (orders.join(target, approved.id(), item, decision.by(), decision.at())) {
                return proposals.done(approved);
            }
            proposals.becomeItsOwn(approved);
        }
        orders.add(PurchaseOrder.draft(
                approved.own(),
                offer.supplierId(),
                approved.hubId(),
                List.of(item),
                NO_TERMS,
                decision.by(),
                decision.at()));
        return proposals.done(approved);
    }

    private static Decision decision(Proposal approved) {
        return Objects.requireNonNull(approved.decision());
    }
}
