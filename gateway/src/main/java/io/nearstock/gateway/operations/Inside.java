package io.nearstock.gateway.operations;

import static org.springframework.http.HttpHeaders.AUTHORIZATION;

import io.nearstock.gateway.Services;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks services behind their doors, with the token of the member of staff who asks. */
@Component
final class Inside {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** One instance's answer; status 0 when there was none. */
    record Answer(
            String service,
            URI instance,
            int status,
            @Nullable JsonNode body) {

        boolean isGood() {
            return HttpStatusCode.valueOf(status).is2xxSuccessful();
        }
    }

    private final WebClient http = WebClient.create();
    private final ReactiveDiscoveryClient discovery;
    private final Services services;

    Inside(ReactiveDiscoveryClient discovery, Services services) {
        this.discovery = discovery;
        this.services = services;
    }

    Flux<URI> instances(String service) {
        var address = services.address(service);
        return "lb".equals(address.getScheme())
                ? discovery.getInstances(service).map(ServiceInstance::getUri)
                : Flux.just(address);
    }

    /** Asks every instance of every service. */
    Flux<Answer> everywhere(String path, String token) {
        return Flux.fromIterable(services.names())
                .flatMap(service ->
                        instances(service).flatMap(instance -> ask(service, instance, HttpMethod.GET, path, token)));
    }

    /** Asks one instance of a service, as all of them see the same database: the first that answers. */
    Mono<Answer> anyOf(String service, HttpMethod method, String path, String token) {
        return instances(service)
                .concatMap(instance -> ask(service, instance, method, path, token))
                .filter(answer -> answer.status() != 0)
                .next();
    }

    private Mono<Answer> ask(String service, URI instance, HttpMethod method, String path, String token) {
        return http.method(method)
                .uri(instance.resolve(path))
                .header(AUTHORIZATION, token)
                .exchangeToMono(response -> response.toEntity(JsonNode.class))
                .map(answer -> answer(service, instance, answer))
                .timeout(PATIENCE)
                .onErrorReturn(new Answer(service, instance, 0, null));
    }

    private static Answer answer(String service, URI instance, ResponseEntity<JsonNode> answer) {
        return new Answer(service, instance, answer.getStatusCode().value(), answer.getBody());
    }
}
