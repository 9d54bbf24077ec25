/** The register in which services find each other. */
@NullMarked
package io.nearstock.discovery;

import org.jspecify.annotations.NullMarked;
