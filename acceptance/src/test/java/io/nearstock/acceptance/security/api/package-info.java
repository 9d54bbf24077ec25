/** What the services say about their own APIs. */
@NullMarked
package io.nearstock.acceptance.security.api;

import org.jspecify.annotations.NullMarked;
