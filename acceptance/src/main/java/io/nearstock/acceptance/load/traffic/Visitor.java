package io.nearstock.acceptance.load.traffic;

import io.nearstock.acceptance.load.wire.Reply;
import io.nearstock.acceptance.load.wire.Request;
import io.nearstock.acceptance.load.wire.Wire;
import java.util.List;
import java.util.SplittableRandom;

/** One of those who come at the same time: a connection, an account, and choices that a seed repeats. */
public final class Visitor implements AutoCloseable {

    private final Wire wire;
    private final Pass pass;
    private final SplittableRandom choices;

    Visitor(Wire wire, Pass pass, long seed) {
        this.wire = wire;
        this.pass = pass;
        this.choices = new SplittableRandom(seed);
    }

    Reply ask(Request request) {
        return wire.send(request);
    }

    Reply askSignedIn(Request request) {
        return wire.send(request.by(pass.token()));
    }

    <T> T any(List<T> of) {
        return of.get(choices.nextInt(of.size()));
    }

    int number(int below) {
        return choices.nextInt(below);
    }

    @Override
    public void close() {
        wire.close();
    }
}
