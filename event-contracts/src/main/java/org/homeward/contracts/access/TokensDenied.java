package org.homeward.contracts.access;

import static org.homeward.contracts.Carries.Kind.RANDOM_ID;
import static org.homeward.contracts.Carries.Kind.TIME;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;

/** Tokens of an account that were issued up to a moment open nothing any more. */
@EventType(
        value = "homeward.tokens.denied.v1",
        says =
                "Tokens of an account that were issued up to a moment are refused; those of a later"
                        + " sign-in are not.")
public record TokensDenied(
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "Random, of this one denial; neither the account nor who denied it"
                                        + " has this id.")
                UUID denial,
        @Carries(
                        kind = RANDOM_ID,
                        because =
                                "The pseudonym of a colleague's account, which other events name too;"
                                        + " no beneficiary has one, and the topic is for the"
                                        + " services only.")
                UUID account,
        @Carries(
                        kind = TIME,
                        because =
                                "When the denial was decided: a moment of an administrator's work,"
                                        + " and of nobody's case.")
                Instant issuedUntil)
        implements AccessEvent {}
