package org.homeward.story.picture;

import org.homeward.kit.sealing.Secret;

/**
 * A picture in one size.
 *
 * @param jpeg pixels and nothing else: no place, no camera, no time
 */
public record Print(Size size, Secret<byte[]> jpeg) {}
