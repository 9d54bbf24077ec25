/** People who order while things break, and write down what they were told. */
@NullMarked
package io.nearstock.acceptance.chaos.client;

import org.jspecify.annotations.NullMarked;
