/** Which service answers, and what happens when it does not. */
@NullMarked
package io.nearstock.gateway.route;

import org.jspecify.annotations.NullMarked;
