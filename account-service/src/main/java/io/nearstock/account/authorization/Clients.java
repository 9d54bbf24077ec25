package io.nearstock.account.authorization;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Every program that may ask for a token of its own: nearstock's services, and partners while they are not revoked. */
@Component
final class Clients implements RegisteredClientRepository {

    static final String ROLE = "nearstock.role";
    static final String SUPPLIER = "nearstock.supplier";

    private final AuthorizationSettings settings;
    private final PartnerClients partners;

    Clients(AuthorizationSettings settings, PartnerClients partners) {
        this.settings = settings;
        this.partners = partners;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        var secret = settings.services().getOrDefault(clientId, "");
        return secret.isEmpty()
                ? partners.findActive(clientId).map(this::partner).orElse(null)
                : client(clientId, ClientSecrets.hash(secret), settings.serviceTokenLife(), Map.of(ROLE, "service"));
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients register elsewhere");
    }

    private RegisteredClient partner(PartnerClient partner) {
        return client(
                partner.id(),
                partner.secretHash(),
                settings.partnerTokenLife(),
                Map.of(ROLE, "supplier", SUPPLIER, partner.supplierId()));
    }

    private static RegisteredClient client(String id, String hash, Duration life, Map<String, Object> claims) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(hash)
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(CLIENT_SECRET_POST)
                .authorizationGrantType(CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder()
                        .settings(all -> all.putAll(claims))
                        .build())
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(life).build())
                .build();
    }
}
