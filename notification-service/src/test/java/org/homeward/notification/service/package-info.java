@NullMarked
package org.homeward.notification.service;

import org.jspecify.annotations.NullMarked;
