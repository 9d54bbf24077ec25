package io.nearstock.gateway.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.netty.NettyPipeline;

class HeaderDeadlineTests {

    private final EmbeddedChannel connection = connection();

    private static EmbeddedChannel connection() {
        var channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(NettyPipeline.HttpCodec, new HttpServerCodec());
        HeaderDeadline.watch(channel.pipeline(), Duration.ofSeconds(10));
        return channel;
    }

    @Test
    void hangsUpOnWhoNeverComesToTheEnd() {
        say("GET / HTTP/1.1\r\n");
        pass(9);
        assertThat(connection.isOpen()).isTrue();

        say("X-Slow: a\r\n");
        pass(2);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void hangsUpThoughAnEarlierRequestWasGood() {
        say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        say("G");
        pass(11);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void leavesWhoComesToTheEndInPeace() {
        say("GET / HTTP/1.1\r\n");
        pass(9);
        say("Host: a\r\n\r\n");
        pass(60);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void leavesWhoSaysNothingToTheIdleTimeout() {
        say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        pass(60);

        assertThat(connection.isOpen()).isTrue();
    }

    private void say(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
