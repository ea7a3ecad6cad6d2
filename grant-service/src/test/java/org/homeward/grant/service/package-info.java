/** The service as its neighbours and its users see it: through HTTP and topics only. */
@NullMarked
package org.homeward.grant.service;

import org.jspecify.annotations.NullMarked;
