package io.nearstock.inventory;

import java.util.concurrent.CompletableFuture;

/** How a caller waits for another one; a simulation, in which one runs at a time, has its own way. */
interface Patience {

    <T> T await(CompletableFuture<T> turn);
}
