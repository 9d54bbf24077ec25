/** A stack of its own for the stories: started once, stopped at the end whatever happens. */
@NullMarked
package io.nearstock.acceptance.stack;

import org.jspecify.annotations.NullMarked;
