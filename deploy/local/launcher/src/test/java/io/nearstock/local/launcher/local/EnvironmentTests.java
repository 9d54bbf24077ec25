package io.nearstock.local.launcher.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.local.launcher.part.Addresses;
import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.part.StackSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTests {

    private final Secrets secrets = Secrets.fresh();
    private final Environment environment = new Environment(
            new Addresses(StackSettings.of(Map.of("NEARSTOCK_PORT_OFFSET", "100"))), secrets, Path.of("data"));

    @Test
    void movesEveryAddressByTheOffset() {
        assertThat(environment.of(new Instance(Part.ORDER, 2)))
                .containsEntry("SERVER_PORT", "8214")
                .containsEntry("MONGODB_URI", "mongodb://localhost:27117")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "localhost:9192")
                .containsEntry("EUREKA_URL", "http://localhost:8861/eureka")
                .containsEntry("ACCOUNT_URL", "http://localhost:8201")
                .containsEntry("SMTP_URL", "smtp://localhost:2625")
                .containsEntry("PAYMENT_URL", "http://localhost:8190/payments")
                .containsEntry("PUBLIC_URL", "http://localhost:8180");
    }

    @Test
    void tellsAServiceItsOwnSecretOnly() {
        var order = environment.of(Instance.first(Part.ORDER));

        assertThat(order).containsEntry("NEARSTOCK_CLIENT_SECRET", secrets.client(Part.ORDER));
        assertThat(order.values()).doesNotContain(secrets.client(Part.CATALOG), secrets.password("admin"));
    }

    @Test
    void tellsAccountServiceTheSecretsOfAll() {
        assertThat(environment.of(Instance.first(Part.ACCOUNT)))
                .containsEntry("NEARSTOCK_SERVICES_ORDER_SERVICE_SECRET", secrets.client(Part.ORDER))
                .containsEntry("NEARSTOCK_SERVICES_CATALOG_SERVICE_SECRET", secrets.client(Part.CATALOG))
                .containsEntry("NEARSTOCK_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("admin"));
    }

    @Test
    void letsTheProviderAndTheShopShareASecret() {
        assertThat(environment.of(Instance.first(Part.SANDBOX)))
                .containsEntry("PAYMENT_WEBHOOK_SECRET", secrets.webhook())
                .containsEntry("PAYMENT_CALLBACK_URL", "http://localhost:8180/api/payment-callbacks/sandbox");
        assertThat(environment.of(Instance.first(Part.ORDER)))
                .containsEntry("PAYMENT_WEBHOOK_SECRET", secrets.webhook());
    }

    @Test
    void givesEachInstanceItsOwnFolder() {
        assertThat(environment.of(new Instance(Part.CATALOG, 2)))
                .containsEntry(
                        "NEARSTOCK_DATA", Path.of("data", "catalog-service-2").toString());
    }
}
