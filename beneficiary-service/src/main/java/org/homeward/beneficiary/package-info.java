/** People: who came home, what they agree to, and nothing of them in plain. */
@NullMarked
package org.homeward.beneficiary;

import org.jspecify.annotations.NullMarked;
