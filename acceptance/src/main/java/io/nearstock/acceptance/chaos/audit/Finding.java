package io.nearstock.acceptance.chaos.audit;

/** Something that must not be. */
public record Finding(Invariant invariant, String what) {

    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
