package io.nearstock.order.payment;

import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class ProviderHttp {

    private static final int CONNECTIONS = 200;

    /** Nothing is repeated on this level: whoever settles an order decides that. */
    @Bean
    HttpComponentsClientHttpRequestFactory paymentConnections(PaymentSettings settings) {
        var connection = ConnectionConfig.custom()
                .setConnectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build();
        var request = RequestConfig.custom()
                .setResponseTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build();
        var pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(connection)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(request)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build());
    }

    @Bean
    RestClient paymentHttp(
            PaymentSettings settings,
            HttpComponentsClientHttpRequestFactory paymentConnections,
            ObservationRegistry observations) {
        return RestClient.builder()
                .baseUrl(settings.url().toString())
                .requestFactory(paymentConnections)
                .observationRegistry(observations)
                .build();
    }
}
