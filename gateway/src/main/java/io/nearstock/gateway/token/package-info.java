/** Who asks: access tokens, looked at once each, and the sessions that were ended early. */
@NullMarked
package io.nearstock.gateway.token;

import org.jspecify.annotations.NullMarked;
