/** All services at a glance, for staff. */
@NullMarked
package io.nearstock.gateway.operations;

import org.jspecify.annotations.NullMarked;
