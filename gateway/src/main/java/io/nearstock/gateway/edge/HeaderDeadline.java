package io.nearstock.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Hangs up on whoever begins a request and does not come to the end of its headers, however steadily bytes trickle in. A
 * request that comes in one piece costs no timer.
 */
final class HeaderDeadline extends ChannelInboundHandlerAdapter {

    private final Duration patience;
    private boolean understood;
    private @Nullable Future<?> deadline;

    HeaderDeadline(Duration patience) {
        this.patience = patience;
    }

    /** Around the codec: bytes are seen before it, what they meant after it. */
    static void watch(ChannelPipeline pipeline, Duration patience) {
        var before = new HeaderDeadline(patience);
        pipeline.addBefore(NettyPipeline.HttpCodec, "headerDeadline", before);
        pipeline.addAfter(NettyPipeline.HttpCodec, "headersUnderstood", before.new Understood());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        understood = false;
        context.fireChannelRead(bytes);
        if (understood) {
            cancel();
        } else if (deadline == null) {
            Runnable hangUp = () -> {
                var _ = context.close();
            };
            deadline = context.executor().schedule(hangUp, patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private final class Understood extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            understood = true;
            context.fireChannelRead(message);
        }
    }
}
