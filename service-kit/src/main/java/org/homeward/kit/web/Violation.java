package org.homeward.kit.web;

/**
 * What is wrong with one place of a body.
 *
 * @param pointer RFC 6901; empty for the body as a whole
 */
public record Violation(String pointer, String message) {}
