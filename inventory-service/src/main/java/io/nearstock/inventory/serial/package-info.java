/** Single units: where each is, who picked it, who got it, and whether its code is genuine. */
@NullMarked
package io.nearstock.inventory.serial;

import org.jspecify.annotations.NullMarked;
