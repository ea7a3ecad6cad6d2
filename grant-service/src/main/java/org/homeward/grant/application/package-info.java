/** Applications for a grant, from the first draft to the decision. */
@NullMarked
package org.homeward.grant.application;

import org.jspecify.annotations.NullMarked;
