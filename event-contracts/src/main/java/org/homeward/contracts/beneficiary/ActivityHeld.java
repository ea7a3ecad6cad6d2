package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;
import static org.homeward.contracts.Carries.Kind.TIME;

import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/** People came together, and about how many. */
@EventType(
        value = "homeward.activity.held.v1",
        says = "A training, meeting or other activity of a programme was held.")
public record ActivityHeld(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, the activity's own; nobody who came is named by it or anywhere else"
                                        + " on a topic.")
                UUID activity,
        @Carries(kind = CODE, because = Because.ORGANISATION) @Text(TextForm.ORGANISATION)
                String organisation,
        @Carries(kind = COARSE_FACT, because = Because.DISTRICT) @Text(TextForm.DISTRICT)
                String district,
        @Carries(
                        kind = CODE,
                        because =
                                "One of six kinds that are announced openly in the district; it says nothing"
                                        + " of why somebody came.")
                ActivityKind kind,
        @Carries(
                        kind = TIME,
                        because =
                                "The day of a gathering that was announced openly. No other event has it, so"
                                        + " it joins to nothing of a person.")
                LocalDate heldOn,
        @Carries(kind = COARSE_FACT, because = ActivityHeld.BANDS) HeadCount attended,
        @Carries(kind = COARSE_FACT, because = ActivityHeld.BANDS) HeadCount women,
        @Carries(kind = COARSE_FACT, because = ActivityHeld.BANDS) HeadCount men)
        implements BeneficiaryEvent {

    static final String BANDS =
            "A band and no number, and below eleven not whether anybody came: no single person is seen in"
                    + " it, nor in the difference of two. Girls and boys are counted with them.";

    public ActivityHeld {
        TextForm.ORGANISATION.checked(organisation);
        TextForm.DISTRICT.checked(district);
    }
}
