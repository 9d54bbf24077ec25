/** What breaks, and how it is mended. */
@NullMarked
package io.nearstock.acceptance.chaos.fault;

import org.jspecify.annotations.NullMarked;
