/** Who asks for what, and when. */
@NullMarked
package io.nearstock.acceptance.load.traffic;

import org.jspecify.annotations.NullMarked;
