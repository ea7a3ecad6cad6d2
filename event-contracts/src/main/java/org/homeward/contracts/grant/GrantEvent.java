package org.homeward.contracts.grant;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * What is told of money: the funds it comes from, what was asked for, what was granted and what
 * became of it.
 */
@Topic(value = "homeward.grant.v1", readers = Readers.SERVICES_AND_DASHBOARDS)
public sealed interface GrantEvent extends Event
        permits FundOpened,
                FundCeilingChanged,
                ApplicationSubmitted,
                ApplicationRejected,
                GrantApproved,
                ItemHandedOver,
                GrantHandedOver,
                RentPaid,
                VisitRecorded,
                BusinessOutcomeRecorded,
                GrantClosed {}
