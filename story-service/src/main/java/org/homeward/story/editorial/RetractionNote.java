package org.homeward.story.editorial;

import java.util.UUID;
import org.homeward.kit.sealing.Secret;

/** Why a story was retracted by hand; for the communications-lead. */
public record RetractionNote(UUID story, Secret<String> reason) {}
