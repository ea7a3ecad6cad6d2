/** What operators see: logs with correlation, health, metrics, alarms. Never anything personal. */
@NullMarked
package org.homeward.kit.observe;

import org.jspecify.annotations.NullMarked;
