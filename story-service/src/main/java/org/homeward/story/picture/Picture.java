package org.homeward.story.picture;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.sealing.Secret;
import org.homeward.story.text.Salt;

/** A picture for one story. What was sent in is not kept, only what was made of its pixels. */
public sealed interface Picture permits Picture.Kept, Picture.Destroyed {

    UUID story();

    /**
     * Can be shown while its story may be.
     *
     * @param hash SHA-256 of the bytes of the salt and of the largest print, in hexadecimal: who is
     *     shown consents to it, and everybody in the story with its text
     * @param salt of this picture; see {@link Salt}
     * @param prints the smallest first
     */
    record Kept(UUID story, String hash, Secret<String> salt, List<Print> prints)
            implements Picture {

        public Kept {
            prints = List.copyOf(prints);
        }

        /** The one to look at when nothing has to be saved. */
        public Print largest() {
            return prints.getLast();
        }

        public List<Size> sizes() {
            return prints.stream().map(Print::size).toList();
        }
    }

    /**
     * Its story was retracted, somebody is not to be shown, or its author had no use for it:
     * neither picture nor key is left.
     */
    record Destroyed(UUID story) implements Picture {}
}
