/** Everything that can break is broken, by a seeded plan, while people order; then an auditor looks. */
@NullMarked
package io.nearstock.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
