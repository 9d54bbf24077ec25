/** The shop's main job before one's eyes: a real catalogue, real invoices replayed as orders, and a table at the end. */
@NullMarked
package io.nearstock.local.demo;

import org.jspecify.annotations.NullMarked;
