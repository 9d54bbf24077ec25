package io.nearstock.local.launcher.local;

import io.nearstock.local.launcher.part.Addresses;
import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Part;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What each process is told by environment variables. */
public record Environment(Addresses addresses, Secrets secrets, Path data) {

    public Map<String, String> of(Instance instance) {
        var variables = new TreeMap<>(everybody(instance));
        switch (instance.part()) {
            case ACCOUNT -> account(variables);
            case ORDER -> variables.put("PAYMENT_WEBHOOK_SECRET", secrets.webhook());
            case SANDBOX -> sandbox(variables);
            case INVENTORY -> variables.put("PLANNING_PROCESS", "true");
            case DATABASE, BROKER, DISCOVERY, CATALOG, RECOMMENDATION, NOTIFICATION, GATEWAY -> {}
        }
        return variables;
    }

    private Map<String, String> everybody(Instance instance) {
        return Map.ofEntries(
                Map.entry("MONGODB_URI", addresses.mongodb()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", addresses.kafka()),
                Map.entry("EUREKA_URL", addresses.eureka()),
                Map.entry("ACCOUNT_URL", addresses.account()),
                Map.entry("SMTP_URL", addresses.smtp()),
                Map.entry("PAYMENT_URL", addresses.payments()),
                Map.entry("PUBLIC_URL", addresses.gateway()),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry(
                        "SERVER_PORT",
                        String.valueOf(addresses.settings().ports().of(instance))),
                Map.entry("NEARSTOCK_DATA", data.resolve(instance.name()).toString()),
                Map.entry("NEARSTOCK_CLIENT_SECRET", secrets.client(instance.part())));
    }

    /** account-service knows everybody's secret, the others only their own. */
    private void account(Map<String, String> variables) {
        variables.put("NEARSTOCK_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("admin"));
        for (var service : Part.clients()) {
            var name = service.partName().toUpperCase(Locale.ROOT).replace('-', '_');
            variables.put("NEARSTOCK_SERVICES_" + name + "_SECRET", secrets.client(service));
        }
    }

    private void sandbox(Map<String, String> variables) {
        variables.put("SMTP_PORT", String.valueOf(addresses.settings().ports().smtp()));
        variables.put("PAYMENT_CALLBACK_URL", addresses.paymentCallback());
        variables.put("PAYMENT_WEBHOOK_SECRET", secrets.webhook());
    }
}
