/** How much anybody may ask: requests per client, bytes per body. */
@NullMarked
package io.nearstock.gateway.limit;

import org.jspecify.annotations.NullMarked;
