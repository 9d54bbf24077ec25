package io.nearstock.local.database;

/** Values from one place to another. */
record Interval(Cut low, Cut high) {}
