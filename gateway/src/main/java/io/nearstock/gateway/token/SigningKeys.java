package io.nearstock.gateway.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The keys of account-service: fetched again every five minutes and when a token names an unknown one, at most once a
 * second, and kept for as long as account-service cannot be asked.
 */
@Configuration(proxyBeanMethods = false)
class SigningKeys {

    private static final int HALF_A_SECOND = 500;
    private static final int THREE_SECONDS = 3_000;
    private static final int AT_MOST_BYTES = 100_000;
    private static final long FIVE_MINUTES = 300_000;

    @Bean
    static JWKSource<SecurityContext> keys(TokenSettings settings) throws MalformedURLException {
        var http = new DefaultResourceRetriever(HALF_A_SECOND, HALF_A_SECOND, AT_MOST_BYTES);
        return JWKSourceBuilder.create(settings.keys().toURL(), http)
                .cache(FIVE_MINUTES, THREE_SECONDS)
                .rateLimited(1_000)
                .outageTolerantForever()
                .build();
    }
}
