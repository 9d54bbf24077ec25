package io.nearstock.account.profile;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.account.AccountView;
import io.nearstock.account.Accounts;
import io.nearstock.account.Profile;
import io.nearstock.account.Transition.Contradiction;
import io.nearstock.account.Transition.Progress;
import io.nearstock.account.Transition.Repetition;
import io.nearstock.account.profile.ProfilePatch.Outcome.Invalid;
import io.nearstock.account.profile.ProfilePatch.Outcome.Patched;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.IfMatch;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
final class MeController {

    private final Accounts accounts;
    private final ProfilePatch patches;

    MeController(Accounts accounts, ProfilePatch patches) {
        this.accounts = accounts;
        this.patches = patches;
    }

    @GetMapping("/api/accounts/me")
    @Answers({"200", "304", "404 not_found"})
    ResponseEntity<AccountView> me(Caller caller) {
        var account = accounts.get(caller.id());
        return Etags.ok(AccountView.of(account), account.version());
    }

    /** A JSON merge patch (RFC 7396): what is null goes, what is absent stays, a list is replaced as a whole. */
    @PatchMapping(
            path = "/api/accounts/me",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Profile.class)))
    @Answers({"200", "404 not_found"})
    ResponseEntity<?> describe(@RequestBody ObjectNode patch, IfMatch seen, Caller caller) {
        return switch (patches.apply(patch, accounts.get(caller.id()).profile())) {
            case Patched(var profile) -> saved(profile, seen, caller);
            case Invalid(var errors) ->
                refused(UNPROCESSABLE_CONTENT, "invalid_request", "Some fields make no sense.", errors);
        };
    }

    private ResponseEntity<?> saved(Profile profile, IfMatch seen, Caller caller) {
        return switch (accounts.change(caller.id(), account -> account.describe(profile, seen.version()))) {
            case Progress(var account, var _) -> Etags.ok(AccountView.of(account), account.version());
            case Repetition(var account) -> Etags.ok(AccountView.of(account), account.version());
            case Contradiction _ -> Etags.stale();
        };
    }
}
