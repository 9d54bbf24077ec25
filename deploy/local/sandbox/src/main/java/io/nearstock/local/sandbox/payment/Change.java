package io.nearstock.local.sandbox.payment;

import java.util.List;

/** One line of the file: what a call made of an intent. The intent is also the answer to a repetition of the call. */
record Change(Call call, Intent intent, List<LedgerEntry> entries) {}
