package io.nearstock.local.sandbox.payment;

/** @param times how often it is sent though once would do */
record Callback(String id, String body, int times) {}
