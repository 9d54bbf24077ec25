package io.nearstock.account.authorization;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.nearstock.chassis.messaging.OutboxSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** The OAuth endpoints for programs: client credentials and the key set. Nothing else of OAuth is open yet. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static SecurityFilterChain oauth(HttpSecurity http) {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .with(new OAuth2AuthorizationServerConfigurer(), server -> {})
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    static AuthorizationServerSettings authorizationServerSettings(AuthorizationSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    static JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    static OAuth2TokenCustomizer<JwtEncodingContext> claimsOfPrograms() {
        return token -> {
            var client = token.getRegisteredClient().getClientSettings();
            token.getJwsHeader().type("at+jwt");
            String role = client.getSetting(Clients.ROLE);
            token.getClaims().audience(List.of("nearstock")).claim("roles", List.of(role));
            String supplier = client.getSetting(Clients.SUPPLIER);
            if (supplier != null) {
                token.getClaims().claim("supplierId", supplier);
            }
        };
    }

    /** A token that speaks for itself and cannot be refreshed needs no memory. */
    @Bean
    static OAuth2AuthorizationService forgetfulAuthorizations() {
        return new OAuth2AuthorizationService() {
            @Override
            public void save(OAuth2Authorization authorization) {}

            @Override
            public void remove(OAuth2Authorization authorization) {}

            @Override
            public @Nullable OAuth2Authorization findById(String id) {
                return null;
            }

            @Override
            public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
                return null;
            }
        };
    }

    @Bean
    static OutboxSource partnerMessages(MongoDatabase database) {
        return new OutboxSource(database.getCollection(PartnerClients.COLLECTION), "accounts");
    }
}
