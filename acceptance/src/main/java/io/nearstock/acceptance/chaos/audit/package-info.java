/** What must hold afterwards, judged by the stores themselves: no service is asked about itself. */
@NullMarked
package io.nearstock.acceptance.chaos.audit;

import org.jspecify.annotations.NullMarked;
