package org.homeward.contracts.beneficiary;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * What is told of the people whom the programmes help, and of what is done for them. Nothing of
 * protection is among it, and a protected matter takes no sequence number of a person: a gap would
 * tell.
 */
@Topic(value = "homeward.beneficiary.v1", readers = Readers.SERVICES_AND_DASHBOARDS)
public sealed interface BeneficiaryEvent extends Event
        permits BeneficiaryRegistered,
                BeneficiaryCorrected,
                VulnerabilityAssessed,
                AssessmentVoided,
                PlaceEvent,
                ProgrammeOpened,
                SelectionOpened,
                SelectionWithdrawn,
                SelectionClosed,
                CaseOwned,
                HouseholdJoined,
                ReferralCompleted,
                ActivityHeld {}
