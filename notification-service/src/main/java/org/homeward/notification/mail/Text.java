package org.homeward.notification.mail;

/**
 * A message ready to send.
 *
 * @param language BCP 47
 * @param version of the template that it was made by
 */
public record Text(String language, String subject, String body, String version) {}
