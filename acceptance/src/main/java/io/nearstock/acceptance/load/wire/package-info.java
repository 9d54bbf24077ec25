/** HTTP as cheaply as it can be asked, so that the cost measured is the system's. */
@NullMarked
package io.nearstock.acceptance.load.wire;

import org.jspecify.annotations.NullMarked;
