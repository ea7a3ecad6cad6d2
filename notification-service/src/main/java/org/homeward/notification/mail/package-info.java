/** Sending by SMTP, from templates by occasion and language. */
@NullMarked
package org.homeward.notification.mail;

import org.jspecify.annotations.NullMarked;
