/** Whoever may not get in, and what nobody may see. */
@NullMarked
package io.nearstock.acceptance.security;

import org.jspecify.annotations.NullMarked;
