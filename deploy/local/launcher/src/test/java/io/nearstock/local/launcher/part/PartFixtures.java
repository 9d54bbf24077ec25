package io.nearstock.local.launcher.part;

import java.util.Map;

public final class PartFixtures {

    public static final StackSettings EVERYTHING_LOCAL = StackSettings.of(Map.of());

    private PartFixtures() {}
}
