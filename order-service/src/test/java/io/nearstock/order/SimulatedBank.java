package io.nearstock.order;

import static java.util.Objects.requireNonNull;

import io.nearstock.order.Intent.Status;
import io.nearstock.order.PaymentProvider.Answer.Known;
import io.nearstock.order.PaymentProvider.Answer.Refused;
import io.nearstock.order.PaymentProvider.Answer.Unknown;
import io.nearstock.testkit.simulation.Simulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** A payment provider with books of its own. What is sent to it may be lost, come late, or be answered to nobody. */
final class SimulatedBank implements PaymentProvider {

    private static final int LOST_ONE_IN = 10;

    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Intent> answered = new HashMap<>();
    private final Map<String, Long> captureOnApproval = new HashMap<>();
    private final List<Intent> news = new ArrayList<>();
    private final List<Supplier<Answer>> late = new ArrayList<>();

    void open() {
        List.of(intents, answered, captureOnApproval).forEach(Map::clear);
        news.clear();
        late.clear();
    }

    /** What callbacks tell, in no order, and again whenever asked. */
    List<Intent> news() {
        return List.copyOf(news);
    }

    /** The requests that were lost arrive after all; nobody waits for the answers. */
    List<Answer> deliverLate() {
        var arriving = List.copyOf(late);
        late.clear();
        return arriving.stream().map(Supplier::get).toList();
    }

    long sum(String reference, ToLongFunction<Intent> amount) {
        return of(reference).stream().mapToLong(amount).sum();
    }

    List<Intent> of(String reference) {
        return intents.values().stream()
                .filter(intent -> intent.reference().equals(reference))
                .toList();
    }

    /** Customers prove to be themselves, and banks make up their minds. */
    void decide() {
        List.copyOf(intents.values()).stream()
                .filter(intent -> intent.status() == Status.REQUIRES_ACTION || intent.status() == Status.PROCESSING)
                .forEach(intent -> note(moved(
                        intent,
                        Status.AUTHORISED,
                        intent.amount(),
                        captureOnApproval.getOrDefault(intent.id(), 0L),
                        0)));
    }

    @Override
    public Answer open(String key, String reference, Money amount) {
        return call(() -> once(
                key,
                () -> new Known(note(new Intent(
                        "pi_" + (intents.size() + 1),
                        reference,
                        Status.REQUIRES_CONFIRMATION,
                        amount.amount(),
                        0,
                        0,
                        0,
                        null,
                        null)))));
    }

    @Override
    public Answer confirm(String key, String intentId, String token, long capture) {
        return move(key, intentId, intent -> {
            if (intent.status() != Status.REQUIRES_CONFIRMATION) {
                return intent;
            }
            captureOnApproval.put(intentId, capture);
            return switch (token) {
                case "tok_declined" -> moved(intent, Status.DECLINED, 0, 0, 0);
                case "tok_requires_action" -> moved(intent, Status.REQUIRES_ACTION, 0, 0, 0);
                case "tok_processing" -> moved(intent, Status.PROCESSING, 0, 0, 0);
                case "tok_unknown" -> intent;
                default -> moved(intent, Status.AUTHORISED, intent.amount(), capture, 0);
            };
        });
    }

    @Override
    public Answer capture(String key, String intentId, long amount) {
        return move(key, intentId, intent -> {
            var most = intent.status() == Status.AUTHORISED ? intent.authorised() - intent.captured() : 0;
            return amount > most
                    ? intent
                    : moved(
                            intent,
                            intent.status(),
                            intent.authorised(),
                            intent.captured() + amount,
                            intent.refunded());
        });
    }

    @Override
    public Answer refund(String key, String intentId, long amount) {
        return move(
                key,
                intentId,
                intent -> amount > intent.captured() - intent.refunded()
                        ? intent
                        : moved(
                                intent,
                                intent.status(),
                                intent.authorised(),
                                intent.captured(),
                                intent.refunded() + amount));
    }

    @Override
    public Answer release(String key, String intentId) {
        return move(
                key,
                intentId,
                intent -> moved(intent, Status.VOIDED, intent.captured(), intent.captured(), intent.refunded()));
    }

    @Override
    public Answer find(String intentId) {
        return call(() -> new Known(known(intentId)));
    }

    /** A move that changes nothing is refused, and may be tried again. */
    private Answer move(String key, String intentId, UnaryOperator<Intent> change) {
        return call(() -> once(key, () -> {
            var before = known(intentId);
            var after = change.apply(before);
            return after.equals(before) ? new Refused("intent_" + before.status()) : new Known(note(after));
        }));
    }

    private Answer once(String key, Supplier<Answer> operation) {
        var known = answered.get(key);
        if (known != null) {
            return new Known(known);
        }
        var answer = operation.get();
        if (answer instanceof Known(var intent)) {
            answered.put(key, intent);
        }
        return answer;
    }

    private Answer call(Supplier<Answer> operation) {
        Simulation.step();
        if (Simulation.chance(LOST_ONE_IN)) {
            late.add(operation);
            return new Unknown();
        }
        var answer = operation.get();
        Simulation.answer();
        return Simulation.chance(LOST_ONE_IN) ? new Unknown() : answer;
    }

    private Intent known(String intentId) {
        return requireNonNull(intents.get(intentId), intentId);
    }

    private Intent note(Intent intent) {
        intents.put(intent.id(), intent);
        news.add(intent);
        return intent;
    }

    private static Intent moved(Intent intent, Status status, long authorised, long captured, long refunded) {
        var code = status == Status.DECLINED ? "card_declined" : null;
        var url = status == Status.REQUIRES_ACTION ? "http://bank.example/approve" : null;
        return new Intent(
                intent.id(), intent.reference(), status, intent.amount(), authorised, captured, refunded, code, url);
    }
}
