/** Stories about the whole system, told through the gateway only. */
@NullMarked
package io.nearstock.acceptance;

import org.jspecify.annotations.NullMarked;
