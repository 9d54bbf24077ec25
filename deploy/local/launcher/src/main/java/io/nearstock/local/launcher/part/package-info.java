/** What the stack is made of, where each part listens and what it is told. */
@NullMarked
package io.nearstock.local.launcher.part;

import org.jspecify.annotations.NullMarked;
