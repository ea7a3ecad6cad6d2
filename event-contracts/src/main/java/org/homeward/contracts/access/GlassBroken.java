package org.homeward.contracts.access;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** Somebody has opened a file out of her scope. */
@EventType(
        value = "homeward.glass.broken.v1",
        says =
                "A file was opened by somebody out of whose scope it is; a protection-officer has to"
                        + " review it.")
public record GlassBroken(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, of this one opening; neither the person whose file it is nor"
                                        + " who opened it has this id.")
                UUID opening)
        implements AccessEvent {}
