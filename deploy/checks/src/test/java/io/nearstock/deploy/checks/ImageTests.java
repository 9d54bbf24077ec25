package io.nearstock.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTests {

    private static final String DOCKERFILE = Repository.text("deploy/Dockerfile");

    @Test
    void theProcessIsNotRoot() {
        var user = DOCKERFILE.lastIndexOf("\nUSER nearstock");
        assertThat(user).isPositive().isLessThan(DOCKERFILE.indexOf("\nENTRYPOINT"));
    }

    @Test
    void whatChangesSeldomComesFirst() {
        var places = List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application").stream()
                .map(layer -> DOCKERFILE.indexOf("/layers/" + layer + "/"))
                .toList();
        assertThat(places).doesNotContain(-1).isSorted();
    }

    /** LightGBM's library fails to load without OpenMP's, and only when the first forecast is made. */
    @Test
    void theImageHasWhatForecastsNeed() {
        assertThat(Repository.text("inventory-service/pom.xml")).contains("lightgbm4j");
        assertThat(DOCKERFILE.substring(DOCKERFILE.indexOf(" AS app"))).contains("libgomp1");
    }

    /** Services make sure of their indexes when they start; and a build whose training fails says so. */
    @Test
    void theCacheIsTrainedBesideADatabaseWithEveryVariableThatHasNoDefault() {
        var commands = DOCKERFILE.replace("\\\n", " ").lines();
        assertThat(commands.filter(command -> command.contains("AOTCacheOutput")))
                .singleElement()
                .asString()
                .contains("java -jar /database.jar", "MONGODB_URI=", "PAYMENT_WEBHOOK_SECRET=", "exit 1");
        assertThat(DOCKERFILE.substring(DOCKERFILE.lastIndexOf("\nFROM "))).contains("app.aot", "-XX:AOTCache=app.aot");
    }
}
