package io.nearstock.gateway.edge;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Bounds how long a connection may be held by saying little. */
@Component
final class SlowClients implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final EdgeSettings settings;

    SlowClients(EdgeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.readTimeout(settings.bodyPause())
                .doOnChannelInit((_, channel, _) -> HeaderDeadline.watch(channel.pipeline(), settings.headerTime())));
    }
}
