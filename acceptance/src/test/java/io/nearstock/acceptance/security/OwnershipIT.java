package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.security.api.ApiDocuments;
import io.nearstock.acceptance.security.api.Operation;
import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(RunningStack.class)
class OwnershipIT {

    private static final byte[] PAYMENT = "{\"method\": \"card\", \"token\": \"tok_visa\"}".getBytes(UTF_8);
    private static final byte[] REASON = "{\"reason\": \"mischief\"}".getBytes(UTF_8);

    private final World world;

    OwnershipIT(World world) {
        this.world = world;
    }

    @Test
    void whatIsSomebodyElsesIsAsMissingAsWhatNeverWas() {
        var good = world.newGood(1000, 5);
        var owner = world.newCustomer();
        var order = owner.buy(Map.of(good.sku(), 1)).text("/id");
        var checkout = checkOut(owner, good.sku());
        var stranger = world.newCustomer().api();

        assertThat(ownOperations()).isNotEmpty().allSatisfy(operation -> {
            var theirs = operation.path().startsWith("/api/orders/") ? order : checkout;
            var answer = call(operation, stranger, theirs).isProblem(404, "not_found");
            var made = call(operation, stranger, theirs.substring(0, theirs.length() - 1) + "0");
            assertThat(told(answer)).as(operation.name()).isEqualTo(told(made));
        });
        assertThat(owner.order(order).is(200).text("/status")).isEqualTo("confirmed");
    }

    @Test
    void listsShowNobodyElses() {
        var good = world.newGood(1000, 5);
        var order = world.newCustomer().buy(Map.of(good.sku(), 1));
        var stranger = world.newCustomer().api();

        for (var list :
                List.of("/api/orders", "/api/orders?limit=100&status=confirmed", "/api/notifications", "/api/cart")) {
            assertThat(stranger.get(list).is(200).raw()).as(list).doesNotContain(order.text("/id"), good.sku());
        }
    }

    private List<Operation> ownOperations() {
        var access = Access.ofEveryOperation();
        return ApiDocuments.operations(world).stream()
                .filter(operation -> Objects.requireNonNull(access.get(operation.name()), operation.name())
                        .own())
                .toList();
    }

    private static String checkOut(Person owner, String sku) {
        var request = Map.of("lines", Person.lines(Map.of(sku, 1)), "address", Person.address());
        return owner.api().post("/api/checkouts", request).is(201).text("/id");
    }

    private static Answer call(Operation operation, Api caller, String id) {
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        var body = operation.method().equals("GET")
                ? new byte[0]
                : operation.path().endsWith("/cancel") ? REASON : PAYMENT;
        return caller.call(operation.method(), operation.pathWith(_ -> id), headers, body);
    }

    /** The problem without what differs between any two requests. */
    private static JsonNode told(Answer answer) {
        var problem = ((ObjectNode) answer.body()).deepCopy();
        problem.remove(List.of("traceId", "instance"));
        return problem;
    }
}
