/** What can be said of the deployment without a cluster: that its files are valid, agree, and set what is read. */
@NullMarked
package io.nearstock.deploy.checks;

import org.jspecify.annotations.NullMarked;
