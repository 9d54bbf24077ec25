/** What is really there, and who believes it. */
@NullMarked
package io.nearstock.inventory.counting;

import org.jspecify.annotations.NullMarked;
