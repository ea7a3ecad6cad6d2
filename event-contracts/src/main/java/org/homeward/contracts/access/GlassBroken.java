package org.homeward.contracts.access;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

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
                UUID opening,
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "The pseudonym of the colleague who opened it, for nobody reviews her"
                                        + " own opening; no beneficiary has one, and the topic is for"
                                        + " the services only.")
                UUID by,
        @Carries(
                        kind = COARSE_FACT,
                        because =
                                "The district of the file, for who may review it: tens of thousands of"
                                        + " people, and no id of hers beside it.")
                @Text(TextForm.DISTRICT)
                String district)
        implements AccessEvent {

    public GlassBroken {
        TextForm.DISTRICT.checked(district);
    }
}
