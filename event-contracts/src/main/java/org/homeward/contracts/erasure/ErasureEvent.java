package org.homeward.contracts.erasure;

import org.homeward.contracts.Event;
import org.homeward.contracts.Readers;
import org.homeward.contracts.Topic;

/**
 * That somebody is erased. The topic is for the four services only: at the same moment her public
 * stories are taken back, so on a topic of dashboards it would join a person's facts to a face.
 */
@Topic(value = "homeward.erasure.v1", readers = Readers.SERVICES)
public sealed interface ErasureEvent extends Event permits BeneficiaryErased {}
