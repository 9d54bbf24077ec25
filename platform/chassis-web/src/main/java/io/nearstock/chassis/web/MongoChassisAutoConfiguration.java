package io.nearstock.chassis.web;

import static com.mongodb.MongoClientSettings.getDefaultCodecRegistry;
import static java.util.stream.Stream.concat;
import static org.bson.codecs.configuration.CodecRegistries.fromProviders;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.codecs.configuration.CodecProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.PropertiesMongoConnectionDetails;
import org.springframework.context.annotation.Bean;

/** A service's one database, with the codecs that it declares as beans. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
public class MongoChassisAutoConfiguration {

    /**
     * Knows that a database is away before a health probe gives up. A resent write could apply twice where the server
     * has no sessions, so nothing is resent: every write is conditional and its caller decides.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer promptMongo() {
        return settings -> settings.retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1500, TimeUnit.MILLISECONDS));
    }

    @Bean
    @ConditionalOnBean(MongoClient.class)
    @ConditionalOnMissingBean
    MongoDatabase database(
            MongoClient client,
            MongoConnectionDetails details,
            @Value("${spring.mongodb.database:${spring.application.name:nearstock}}") String name,
            ObjectProvider<CodecProvider> codecs) {
        var known = concat(codecs.orderedStream(), Stream.of(getDefaultCodecRegistry()));
        return client.getDatabase(named(details, name)).withCodecRegistry(fromProviders(known.toList()));
    }

    /** Connection details that somebody put in place, such as a test's, know their database better than the settings. */
    private static String named(MongoConnectionDetails details, String name) {
        var inPlace = details.getConnectionString().getDatabase();
        return details instanceof PropertiesMongoConnectionDetails || inPlace == null ? name : inPlace;
    }
}
