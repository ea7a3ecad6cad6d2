/**
 * Addresses of partners and dashboards that public events are posted to, each by its own secret.
 */
@NullMarked
package org.homeward.notification.webhook;

import org.jspecify.annotations.NullMarked;
