package org.homeward.story.picture;

/** In pixels. */
public record Size(int width, int height) {}
