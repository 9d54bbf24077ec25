package io.nearstock.local.sandbox.payment;

import static io.nearstock.local.sandbox.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.local.sandbox.payment.Outcome.Changed;
import io.nearstock.local.sandbox.payment.Outcome.KeyReused;
import io.nearstock.local.sandbox.payment.Outcome.Refused;
import io.nearstock.local.sandbox.payment.Outcome.Unchanged;
import io.nearstock.local.sandbox.payment.Outcome.Unknown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/payments/intents")
final class PaymentController {

    private static final String KEY = "Idempotency-Key";

    record OpenRequest(
            @NotBlank String reference,
            @Positive long amount,
            @NotBlank @Pattern(regexp = "[A-Z]{3}") String currency) {}

    record ConfirmRequest(
            @NotBlank String token, @PositiveOrZero long capture) {}

    record AmountRequest(@Positive long amount) {}

    record Intents(List<IntentView> items) {}

    private final Provider provider;
    private final Confirmation confirmation;
    private final Announcements announcements;
    private final Books books;
    private final PaymentSettings settings;

    PaymentController(
            Provider provider,
            Confirmation confirmation,
            Announcements announcements,
            Books books,
            PaymentSettings settings) {
        this.provider = provider;
        this.confirmation = confirmation;
        this.announcements = announcements;
        this.books = books;
        this.settings = settings;
    }

    @PostMapping
    ResponseEntity<?> open(@RequestHeader(KEY) String key, @Valid @RequestBody OpenRequest body) {
        var call = Call.of(key, "intents", body);
        return answer(CREATED, provider.open(call, body.reference(), body.amount(), body.currency()));
    }

    @PostMapping("/{id}/confirm")
    ResponseEntity<?> confirm(
            @RequestHeader(KEY) String key,
            @PathVariable String id,
            @Valid @RequestBody ConfirmRequest body,
            HttpServletRequest request) {
        var card = Card.of(body.token());
        if (card.isEmpty()) {
            return refused(UNPROCESSABLE_CONTENT, "unknown_token", "No test card has this token.");
        }
        var outcome = confirmation.confirm(Call.of(key, id + "/confirm", body), id, card.get(), body.capture());
        if (card.get() == Card.TOK_TIMEOUT && outcome instanceof Changed) {
            LostAnswer.lose(request);
            return ResponseEntity.ok().build();
        }
        return answer(OK, outcome);
    }

    /** Stands for the customer who proves to be the customer. */
    @PostMapping("/{id}/approve")
    ResponseEntity<?> approve(@PathVariable String id) {
        var outcome = provider.move(Call.byItself(id + "/approve"), id, Intent::approve);
        if (outcome instanceof Changed(var intent)) {
            announcements.unanswered(intent, 1);
        }
        return answer(OK, outcome);
    }

    @PostMapping("/{id}/capture")
    ResponseEntity<?> capture(
            @RequestHeader(KEY) String key, @PathVariable String id, @Valid @RequestBody AmountRequest body) {
        return move(Call.of(key, id + "/capture", body), id, intent -> intent.capture(body.amount()));
    }

    @PostMapping("/{id}/refund")
    ResponseEntity<?> refund(
            @RequestHeader(KEY) String key, @PathVariable String id, @Valid @RequestBody AmountRequest body) {
        return move(Call.of(key, id + "/refund", body), id, intent -> intent.refund(body.amount()));
    }

    @PostMapping("/{id}/void")
    ResponseEntity<?> release(@RequestHeader(KEY) String key, @PathVariable String id) {
        return move(Call.of(key, id + "/void", ""), id, Intent::release);
    }

    private ResponseEntity<?> move(Call call, String id, Function<Intent, Transition> command) {
        var outcome = provider.move(call, id, command);
        if (outcome instanceof Changed(var intent)) {
            announcements.answered(intent);
        }
        return answer(OK, outcome);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> intent(@PathVariable String id) {
        return books.find(id)
                .<ResponseEntity<?>>map(intent -> ResponseEntity.ok(view(intent)))
                .orElseGet(PaymentController::unknown);
    }

    @GetMapping
    Intents intents(@RequestParam String reference) {
        return new Intents(books.ofReference(reference).stream().map(this::view).toList());
    }

    private ResponseEntity<?> answer(HttpStatus status, Outcome outcome) {
        return switch (outcome) {
            case Changed(var intent) -> ResponseEntity.status(status).body(view(intent));
            case Unchanged(var intent) -> ResponseEntity.status(status).body(view(intent));
            case Refused(var code, var detail) -> refused(CONFLICT, code, detail);
            case KeyReused() ->
                refused(UNPROCESSABLE_CONTENT, "idempotency_key_reused", "The key came with another body before.");
            case Unknown() -> unknown();
        };
    }

    private IntentView view(Intent intent) {
        return IntentView.of(intent, settings.publicUrl());
    }

    private static ResponseEntity<?> unknown() {
        return refused(NOT_FOUND, "not_found", "There is no such intent.");
    }
}
