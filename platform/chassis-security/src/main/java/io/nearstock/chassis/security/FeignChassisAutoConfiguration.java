package io.nearstock.chassis.security;

import feign.Feign;
import feign.RequestInterceptor;
import feign.RequestTemplate;
import feign.codec.ErrorDecoder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.openfeign.FeignAutoConfiguration;
import org.springframework.cloud.openfeign.FeignClientFactory;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;
import org.springframework.context.annotation.Bean;

/** What each call from service to service has: a token, one try more where nobody listened, failures that keep quiet. */
@AutoConfiguration(after = FeignAutoConfiguration.class)
@ConditionalOnClass({Feign.class, FeignClientFactory.class, HttpClientBuilderCustomizer.class})
class FeignChassisAutoConfiguration {

    /** Only for calls among ourselves: a provider outside is shown nothing. */
    @Bean
    RequestInterceptor serviceToken(ServiceTokens tokens) {
        return request -> {
            if (isInternal(request)) {
                request.header("Authorization", "Bearer " + tokens.current());
            }
        };
    }

    private static boolean isInternal(RequestTemplate request) {
        var target = request.feignTarget();
        return ((target == null ? "" : target.url()) + request.path()).contains("/internal/");
    }

    @Bean
    @ConditionalOnMissingBean
    ErrorDecoder quietFailures() {
        return new QuietFailures();
    }

    @Bean
    SecondTry secondTry() {
        return new SecondTry();
    }

    /** The HTTP client would repeat by itself, after a pause of a second, and also what may have been done. */
    @Bean
    HttpClientBuilderCustomizer noRepetition() {
        return client -> client.disableAutomaticRetries();
    }

    /** Made at their first use, the converters are not safe for threads. */
    @Bean
    SmartInitializingSingleton touchedConverters(FeignClientFactory clients) {
        return () -> clients.getConfigurations().keySet().stream()
                .filter(client -> !client.startsWith("default."))
                .forEach(client -> touch(clients, client));
    }

    private static void touch(FeignClientFactory clients, String client) {
        var converters = clients.getInstance(client, FeignHttpMessageConverters.class);
        if (converters != null) {
            converters.getConverters();
        }
    }
}
