package io.nearstock.local.launcher.part;

import java.util.Optional;

/** Where the parts of a stack are reached. */
public record Addresses(StackSettings settings) {

    /** As its own clients write it. */
    public String of(Instance instance) {
        return switch (instance.part()) {
            case DATABASE -> "mongodb://localhost:" + settings.ports().of(instance);
            case BROKER -> "localhost:" + settings.ports().of(instance);
            case DISCOVERY, SANDBOX, ACCOUNT, CATALOG, INVENTORY, ORDER, RECOMMENDATION, NOTIFICATION, GATEWAY ->
                http(instance);
        };
    }

    private String http(Instance instance) {
        return "http://localhost:" + settings.ports().of(instance);
    }

    private String http(Part part) {
        return http(Instance.first(part));
    }

    public String gateway() {
        return http(Part.GATEWAY);
    }

    /** Empty where a real mail server takes the mails. */
    public Optional<String> mailbox() {
        return settings.smtpUrl() == null ? Optional.of(http(Part.SANDBOX) + "/mailbox") : Optional.empty();
    }

    public String payments() {
        return Optional.ofNullable(settings.paymentUrl()).orElse(http(Part.SANDBOX) + "/payments");
    }

    public String mongodb() {
        return Optional.ofNullable(settings.mongodbUri()).orElseGet(() -> of(Instance.first(Part.DATABASE)));
    }

    public String kafka() {
        return Optional.ofNullable(settings.kafkaBootstrapServers()).orElseGet(() -> of(Instance.first(Part.BROKER)));
    }

    public String smtp() {
        return Optional.ofNullable(settings.smtpUrl())
                .orElse("smtp://localhost:" + settings.ports().smtp());
    }

    public String eureka() {
        return http(Part.DISCOVERY) + "/eureka";
    }

    public String account() {
        return http(Part.ACCOUNT);
    }

    public String paymentCallback() {
        return gateway() + "/api/payment-callbacks/sandbox";
    }
}
