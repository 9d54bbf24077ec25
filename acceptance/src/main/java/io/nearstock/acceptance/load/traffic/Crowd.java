package io.nearstock.acceptance.load.traffic;

import io.nearstock.acceptance.load.wire.Wire;
import io.nearstock.acceptance.shop.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** People with accounts, made once and asked back for each measurement. */
public final class Crowd {

    private final World world;
    private final List<Pass> passes = new ArrayList<>();

    public Crowd(World world) {
        this.world = world;
    }

    public List<Visitor> visitors(int count) {
        return visitors(count, world.stack().gateway());
    }

    /** Visitors who come through another door than the gateway. */
    public List<Visitor> visitors(int count, URI door) {
        while (passes.size() < count) {
            passes.add(newcomer());
        }
        return IntStream.range(0, count)
                .mapToObj(number -> visitor(number, door))
                .toList();
    }

    private Visitor visitor(int number, URI door) {
        var pass = passes.get(number);
        pass.freshen();
        return new Visitor(new Wire(door), pass, number);
    }

    private Pass newcomer() {
        var person = world.newCustomer();
        return new Pass(() -> world.token(person.username(), person.password()));
    }
}
