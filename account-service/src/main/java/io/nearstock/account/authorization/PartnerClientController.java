package io.nearstock.account.authorization;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Ids;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators give suppliers' programs a way in, and take it away. */
@RestController
final class PartnerClientController {

    record NewClient(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 60) String supplierId) {}

    /** The only answer that ever shows the secret. */
    record Issued(String id, String secret, String name, String supplierId) {}

    record Rotated(String id, String secret) {}

    record ClientView(
            String id,
            String name,
            String supplierId,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    private final PartnerClients clients;
    private final Clock clock;

    PartnerClientController(PartnerClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @PostMapping("/api/partner-clients")
    @ResponseStatus(CREATED)
    Issued issue(@Valid @RequestBody NewClient client) {
        var id = Ids.next("cli");
        var secret = ClientSecrets.generate();
        clients.add(new PartnerClient(
                id, client.name(), client.supplierId(), ClientSecrets.hash(secret), clock.instant(), null));
        return new Issued(id, secret, client.name(), client.supplierId());
    }

    @GetMapping("/api/partner-clients")
    Page<ClientView> list(PageRequest request) {
        var after = request.cursor().map(cursor -> cursor.parts(1).getFirst());
        var found = clients.page(after, request.limit() + 1).stream()
                .map(PartnerClientController::view)
                .toList();
        return Page.of(found, request, client -> Cursor.of(client.id()));
    }

    /** The old secret stops working at once. */
    @PostMapping("/api/partner-clients/{id}/rotate")
    Rotated rotate(@PathVariable("id") String id) {
        var secret = ClientSecrets.generate();
        clients.replaceSecret(id, ClientSecrets.hash(secret));
        return new Rotated(id, secret);
    }

    @PostMapping("/api/partner-clients/{id}/revoke")
    @ResponseStatus(NO_CONTENT)
    void revoke(@PathVariable("id") String id) {
        clients.revoke(id, clock.instant());
    }

    private static ClientView view(PartnerClient client) {
        return new ClientView(client.id(), client.name(), client.supplierId(), client.createdAt(), client.revokedAt());
    }
}
