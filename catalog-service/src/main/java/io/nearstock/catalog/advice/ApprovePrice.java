package io.nearstock.catalog.advice;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Rounds;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.advice.PriceProposal.Decision;
import io.nearstock.catalog.advice.PriceProposal.Status;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Approves a proposal and sets its price, in this order: the approval is stored first, so whoever finds it after a crash sets
 * the price, and setting it again changes nothing. A price that somebody changed meanwhile is never overwritten.
 */
@Component
final class ApprovePrice implements Rounds.Worker {

    sealed interface Outcome {

        record Approved(PriceProposal proposal) implements Outcome {}

        record AlreadyDecided() implements Outcome {}

        /** The product costs something else than what the proposal was made for, or is not sold any more. */
        record Overtaken() implements Outcome {}
    }

    private static final int ATTEMPTS = 20;

    private final PriceProposals proposals;
    private final Products products;
    private final AdviceSettings settings;
    private final Clock clock;
    private final Rounds rounds;

    ApprovePrice(PriceProposals proposals, Products products, AdviceSettings settings, Clock clock) {
        this.proposals = proposals;
        this.products = products;
        this.settings = settings;
        this.clock = clock;
        this.rounds = new Rounds("approved-prices", settings.sweep(), this::finishWhatOthersBegan);
    }

    /** Asked twice by one request, it is the same approval. */
    Outcome approve(PriceProposal seen, String key, String actor) {
        if (seen.isDecidedBy(key)) {
            return finish(seen);
        }
        if (seen.status() != Status.PROPOSED) {
            return new Outcome.AlreadyDecided();
        }
        if (!costs(seen.productId(), seen.advice().price())) {
            proposals.withdraw(seen);
            return new Outcome.Overtaken();
        }
        var now = clock.instant();
        return proposals
                .approve(seen, new Decision(key, actor, now, null), now.plus(settings.lease()))
                .map(this::finish)
                .orElseGet(Outcome.AlreadyDecided::new);
    }

    private boolean costs(String productId, Money price) {
        return sold(productId)
                .filter(product -> product.details().price().equals(price))
                .isPresent();
    }

    private Optional<Product> sold(String productId) {
        return products.find(productId).filter(Product::isActive);
    }

    private Outcome finish(PriceProposal approved) {
        if (approved.nextActionAt() == null) {
            return outcome(approved);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var product = sold(approved.productId());
            if (product.isEmpty() || !isAtOneOf(product.get(), approved.advice())) {
                return outcome(proposals.overtaken(approved));
            }
            if (set(product.get(), approved)) {
                return outcome(proposals.done(approved));
            }
        }
        throw new IllegalStateException("others change " + approved.productId() + " all the time");
    }

    private static Outcome outcome(PriceProposal decided) {
        return decided.status() == Status.WITHDRAWN ? new Outcome.Overtaken() : new Outcome.Approved(decided);
    }

    private static boolean isAtOneOf(Product product, Advice advice) {
        var price = product.details().price();
        return price.equals(advice.price()) || price.equals(advice.proposed());
    }

    /** Whether it costs what was proposed; false when somebody else changed the product first. */
    private boolean set(Product product, PriceProposal approved) {
        var decision = Objects.requireNonNull(approved.decision());
        var edit = Edit.by(decision.by(), clock.instant());
        var priced =
                product.describe(product.details().costing(approved.advice().proposed()), edit);
        return !(priced instanceof Progress progress) || products.save(progress);
    }

    /** Approvals whose price a crash left unset. */
    void finishWhatOthersBegan() {
        for (var due = due(); due.isPresent(); due = due()) {
            finish(due.get());
        }
    }

    private Optional<PriceProposal> due() {
        return proposals.takeDue(clock.instant(), settings.lease());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
