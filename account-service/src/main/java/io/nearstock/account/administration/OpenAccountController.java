package io.nearstock.account.administration;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.account.Access;
import io.nearstock.account.AccountView;
import io.nearstock.account.Profile;
import io.nearstock.account.administration.OpenAccount.Outcome.EmailTaken;
import io.nearstock.account.administration.OpenAccount.Outcome.Opened;
import io.nearstock.account.administration.OpenAccount.Outcome.PasswordWeak;
import io.nearstock.account.administration.OpenAccount.Outcome.UsernameTaken;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Problems.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class OpenAccountController {

    record Opening(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{2,39}")
            String username,

            @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Size(max = 1000) String password,
            @Nullable @Size(min = 1, max = 80) String displayName,
            @NotEmpty Set<@NotNull @Pattern(regexp = "customer|staff|supplier|mover|admin") String> roles,
            @Nullable Set<@NotNull @Pattern(regexp = "catalog|inventory|orders|support|insight") String> scopes,
            @Nullable @Size(min = 1, max = 60) String supplierId,
            @Nullable @Size(min = 1, max = 60) String moverId) {

        @AssertTrue(message = "a supplier's user needs a supplierId, and only such a user")
        boolean isSupplierBound() {
            return roles == null || roles.contains("supplier") == (supplierId != null);
        }

        @AssertTrue(message = "a mover's user needs a moverId, and only such a user")
        boolean isMoverBound() {
            return roles == null || roles.contains("mover") == (moverId != null);
        }

        @AssertTrue(message = "only staff have scopes")
        boolean isScopedAsStaff() {
            return roles == null || scopes == null || scopes.isEmpty() || roles.contains("staff");
        }

        boolean givesPower() {
            return roles.contains("admin") || roles.contains("staff");
        }

        /** Whoever looks after suppliers' goods knows who speaks for one, whoever looks after shipments who for a mover. */
        boolean speaksForOthersThan(Caller caller) {
            return (roles.contains("supplier") && !caller.isStaffFor("inventory"))
                    || (roles.contains("mover") && !caller.isStaffFor("orders"));
        }

        Access access() {
            return new Access(roles, scopes == null ? Set.of() : scopes, supplierId, moverId);
        }
    }

    private final OpenAccount openAccount;

    OpenAccountController(OpenAccount openAccount) {
        this.openAccount = openAccount;
    }

    @PostMapping("/api/admin/accounts")
    @Answers({"201", "403 forbidden", "409 username_taken email_taken", "422 weak_password"})
    ResponseEntity<?> open(@Valid @RequestBody Opening opening, Caller caller) {
        if (opening.givesPower() && !caller.is("admin")) {
            return refused(FORBIDDEN, "forbidden", "Only an administrator makes administrators and staff.");
        }
        if (opening.speaksForOthersThan(caller)) {
            return refused(
                    FORBIDDEN,
                    "forbidden",
                    "A supplier's user needs staff for the inventory, a mover's staff for orders.");
        }
        var outcome = openAccount.as(
                opening.username(),
                opening.email(),
                opening.password(),
                opening.access(),
                Profile.named(opening.displayName()));
        return switch (outcome) {
            case Opened(var account) -> ResponseEntity.status(CREATED).body(AccountView.of(account));
            case UsernameTaken() -> refused(CONFLICT, "username_taken", "Somebody else has this username.");
            case EmailTaken() -> refused(CONFLICT, "email_taken", "Another account has this email.");
            case PasswordWeak(var objection) ->
                refused(
                        UNPROCESSABLE_CONTENT,
                        "weak_password",
                        objection,
                        List.of(new FieldError("/password", "weak_password", objection)));
        };
    }
}
