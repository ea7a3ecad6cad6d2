package org.homeward.notification.subscription;

/** Where a case belongs, for the scope of those who hear of it. */
public record Place(String organisation, String district) {}
