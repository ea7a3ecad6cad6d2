package org.homeward.notification.mail;

/**
 * A message ready to send.
 *
 * @param language BCP 47
 */
public record Text(String language, String subject, String body) {}
