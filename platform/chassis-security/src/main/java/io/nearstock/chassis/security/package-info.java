/** Who calls, what they may do, and how one service proves itself to another. */
@NullMarked
package io.nearstock.chassis.security;

import org.jspecify.annotations.NullMarked;
