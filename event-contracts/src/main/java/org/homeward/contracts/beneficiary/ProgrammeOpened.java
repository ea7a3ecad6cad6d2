package org.homeward.contracts.beneficiary;

import static org.homeward.contracts.Carries.Kind.PUBLIC_FACT;

import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;

/**
 * A programme was opened that may be named beside a person. One against trafficking or for migrant
 * health never is, so nothing is told of it: who heard of a programme may help by it in the open.
 */
@EventType(
        value = "homeward.beneficiary.programme-opened.v1",
        says =
                "A programme was opened, and money can be given by it; nothing is told of one against"
                        + " trafficking or for migrant health.")
public record ProgrammeOpened(
        @Carries(
                        kind = PUBLIC_FACT,
                        because =
                                "Donors announce their programmes themselves. One against trafficking or for"
                                        + " migrant health is never told, so that no fund is opened for it and"
                                        + " nobody's grant names it.")
                @Text(TextForm.PROGRAMME)
                String programme)
        implements BeneficiaryEvent {

    public ProgrammeOpened {
        TextForm.PROGRAMME.checked(programme);
    }
}
