package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.local.DemoUser;
import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.process.ProcessRecord;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Signs up those who can sign in from the beginning. account-service makes the admin itself. */
final class DemoUsers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CONFLICT = 409;

    private final Stack stack;

    DemoUsers(Stack stack) {
        this.stack = stack;
    }

    void create() {
        var done = stack.home().data().resolve("demo-users");
        if (Files.notExists(done) && isPossible()) {
            try (var gateway = new GatewayClient(stack.addresses().gateway())) {
                create(gateway);
            }
            mark(done);
        }
    }

    private boolean isPossible() {
        var parts = stack.registry().running().stream()
                .map(ProcessRecord::part)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        return parts.containsAll(List.of(Part.ACCOUNT, Part.GATEWAY));
    }

    private void create(GatewayClient gateway) {
        var token = signIn(gateway);
        for (var user : DemoUser.ALL) {
            switch (user.name()) {
                case "admin" -> {}
                case "customer" -> require(user, gateway.post("/api/accounts", person(user), null));
                default -> require(user, gateway.post("/api/admin/accounts", employee(user), token));
            }
        }
        stack.terminal().line("  %-24s there".formatted("demo users"));
    }

    private String signIn(GatewayClient gateway) {
        var password = stack.secrets().password("admin");
        var answer = gateway.post("/api/sessions", Map.of("login", "admin", "password", password), null);
        if (answer.statusCode() != 200) {
            throw new LauncherException("the admin cannot sign in: " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("accessToken").asString();
    }

    private Map<String, Object> person(DemoUser user) {
        return Map.of(
                "username", user.name(),
                "email", user.email(),
                "password", stack.secrets().password(user.name()),
                "displayName", user.displayName());
    }

    private Map<String, Object> employee(DemoUser user) {
        var employee = new HashMap<>(person(user));
        employee.put("roles", List.of(user.name()));
        switch (user.name()) {
            case "staff" -> employee.put("scopes", user.scopes());
            case "supplier" -> employee.put("supplierId", "sup_demo");
            case "mover" -> employee.put("moverId", "mov_demo");
            default -> throw new IllegalArgumentException(user.name());
        }
        return employee;
    }

    /** A name that is taken is ours from an earlier start. */
    private static void require(DemoUser user, HttpResponse<String> answer) {
        if (answer.statusCode() >= 300 && answer.statusCode() != CONFLICT) {
            throw new LauncherException(
                    "cannot create the user " + user.name() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static void mark(Path done) {
        try {
            Files.writeString(done, "");
        } catch (IOException e) {
            throw new LauncherException("cannot write " + done + ": " + e.getMessage(), e);
        }
    }
}
