package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.security.api.ApiDocuments;
import io.nearstock.acceptance.security.api.Operation;
import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation that the API documents name, called by every kind of caller. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

    private static final byte[] NOTHING_MEANT = "{}".getBytes(UTF_8);

    /** Where being let in would disturb whoever else uses the stack. */
    private static final String KEY_CHANGE = "POST /api/admin/signing-keys";

    private final List<Operation> operations;
    private final Map<String, Access> access = Access.ofEveryOperation();
    private final Cast cast;

    AccessMatrixIT(World world) {
        this.operations = ApiDocuments.operations(world);
        this.cast = new Cast(world, "127.0.0.40");
    }

    @Test
    void everyOperationIsClassified() {
        var told = operations.stream().map(Operation::name).collect(Collectors.toSet());

        assertThat(access.keySet()).as("operations in access.txt").containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void whoMayNotIsRefusedAndWhoMayIsNot() {
        var surprises = operations.stream().flatMap(this::surprises).collect(Collectors.joining("\n"));

        assertThat(surprises).isEmpty();
    }

    private Stream<String> surprises(Operation operation) {
        return Stream.of(Role.values())
                .filter(role -> !(operation.name().equals(KEY_CHANGE) && role == Role.ADMIN))
                .flatMap(role -> surprise(operation, role));
    }

    private Stream<String> surprise(Operation operation, Role role) {
        var answer = call(operation, caller(operation, role));
        var isLetIn = answer.status() != 403 && !isUnauthenticated(answer);
        var expected = rightly(operation).contains(role)
                ? isLetIn
                : role == Role.NOBODY ? isUnauthenticated(answer) : isForbidden(answer);
        return expected
                ? Stream.empty()
                : Stream.of("%s as %s: %d %s".formatted(operation.name(), role, answer.status(), answer.raw()));
    }

    private Set<Role> rightly(Operation operation) {
        return Objects.requireNonNull(access.get(operation.name()), operation.name())
                .roles();
    }

    private Api caller(Operation operation, Role role) {
        return operation.name().equals("DELETE /api/sessions") ? cast.signedInAnew(role) : cast.as(role);
    }

    private static boolean isUnauthenticated(Answer answer) {
        return answer.status() == 401
                && answer.text("/code").equals("unauthenticated")
                && answer.header("WWW-Authenticate").startsWith("Bearer");
    }

    private static boolean isForbidden(Answer answer) {
        return answer.status() == 403 && answer.text("/code").equals("forbidden");
    }

    private static Answer call(Operation operation, Api caller) {
        var headers = Map.of(
                "Content-Type",
                operation.bodies().keySet().stream().findFirst().orElse("application/json"),
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                "\"1\"");
        var path = operation.pathWith(_ -> "none_such");
        var body = operation.method().equals("GET") ? new byte[0] : NOTHING_MEANT;
        return caller.callOnce(operation.method(), path, headers, body);
    }
}
