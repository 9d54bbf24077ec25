/** What the system does a second, how long each waits, and what each costs. */
@NullMarked
package io.nearstock.acceptance.load;

import org.jspecify.annotations.NullMarked;
