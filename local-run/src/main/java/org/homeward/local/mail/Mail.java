package org.homeward.local.mail;

import java.time.Instant;

/** A mail as one recipient got it; text is its plain text part. */
record Mail(long id, String from, String to, String subject, String text, Instant received) {}
