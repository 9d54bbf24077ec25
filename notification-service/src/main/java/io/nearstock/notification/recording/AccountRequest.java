package io.nearstock.notification.recording;

/** Somebody is to prove an address, or wants a new password. */
record AccountRequest(String accountId, String requestId) {}
