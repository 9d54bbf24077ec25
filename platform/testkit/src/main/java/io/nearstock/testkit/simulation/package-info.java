/** Production code run by a seed: tasks that take turns by chance, processes that die, a database in memory. */
@NullMarked
package io.nearstock.testkit.simulation;

import org.jspecify.annotations.NullMarked;
