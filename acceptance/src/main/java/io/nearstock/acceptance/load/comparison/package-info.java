/** The same work by something simpler, in the same run. */
@NullMarked
package io.nearstock.acceptance.load.comparison;

import org.jspecify.annotations.NullMarked;
