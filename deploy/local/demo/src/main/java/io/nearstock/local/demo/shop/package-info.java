/** The shop as a client sees it: its REST API through the gateway, and nothing else. */
@NullMarked
package io.nearstock.local.demo.shop;

import org.jspecify.annotations.NullMarked;
