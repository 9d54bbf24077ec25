package io.nearstock.chassis.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.nearstock.chassis.messaging.Subscription;
import io.nearstock.chassis.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Closes a service by being on its class path; the service opens what its {@link AccessRules} name. */
@AutoConfiguration(
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties(SecuritySettings.class)
@PropertySource("classpath:nearstock-security.properties")
public class SecurityChassisAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    @ConditionalOnMissingBean
    AccessRules accessRules() {
        return AccessRules.of(_ -> {});
    }

    @Bean
    DocumentedAccess documentedAccess(AccessRules rules) {
        return new DocumentedAccess(rules);
    }

    /** The last of a service's filter chains: it takes what no other one wants. */
    @Bean
    @Order
    @ConditionalOnMissingBean(name = "resources")
    SecurityFilterChain resources(
            HttpSecurity http,
            AccessRules rules,
            ObjectProvider<HandlerMapping> mappings,
            ProblemWriter problems,
            JwtDecoder tokens) {
        var handlers = new Handlers(mappings);
        var doors = new Doors(rules, context -> !handlers.have(context.getRequest()));
        var refusals = new SecurityProblems(problems);
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new NoStoreUnlessTold())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(doors))
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(CallerAuthentication::of))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    @Bean
    AccountServer accountServer(SecuritySettings settings, @Value("${spring.application.name}") String client) {
        return new AccountServer(settings, client);
    }

    @Bean
    @ConditionalOnMissingBean(JWKSource.class)
    JWKSource<SecurityContext> accountKeys(AccountServer account, SecuritySettings settings, Clock clock) {
        return new AccountKeys(account::keys, settings.keyLife(), settings.keyPause(), clock);
    }

    @Bean
    RevokedSessions revokedSessions(SecuritySettings settings, Clock clock) {
        return new RevokedSessions(settings, clock);
    }

    @Bean
    Subscription sessionRevocations(RevokedSessions revoked) {
        return Subscription.to("accounts").on("session.revoked", revoked::hear).everyInstance();
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder accessTokens(
            JWKSource<SecurityContext> keys, RevokedSessions revoked, SecuritySettings settings, Clock clock) {
        var verifier = AccessTokens.verifier(keys, settings, clock);
        return new AccessTokens(verifier, revoked, settings.cachedTokens(), clock);
    }

    @Bean
    ServiceTokens serviceTokens(AccountServer account, Clock clock) {
        return new ServiceTokens(account, clock, Thread::startVirtualThread);
    }

    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }
        };
    }

    /** Spans of Spring Security's own filters cost more than they tell. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }
}
