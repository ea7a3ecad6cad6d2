package org.homeward.beneficiary.programme;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.beneficiary.ProgrammeOpened;
import org.homeward.kit.journal.Decision;

/**
 * A project of the mission. All of it is public, and nothing of it changes.
 *
 * @param code by which everybody names it, events too; there is one programme of a code
 * @param partners codes of the organisations that carry it out
 * @param districts codes of where it works
 * @param until last day
 * @param target how many people it is to help
 * @param openedBy subject
 */
public record Programme(
        String code,
        List<Objective> objectives,
        List<String> donors,
        List<String> agencies,
        List<String> partners,
        List<String> districts,
        LocalDate from,
        LocalDate until,
        int target,
        String openedBy) {

    public Programme {
        objectives = List.copyOf(objectives);
        donors = List.copyOf(donors);
        agencies = List.copyOf(agencies);
        partners = List.copyOf(partners);
        districts = List.copyOf(districts);
    }

    /** The id follows from the code, so that a code can't be taken twice. */
    public static UUID idOf(String code) {
        return UUID.nameUUIDFromBytes(("programme " + code).getBytes(StandardCharsets.UTF_8));
    }

    /** Told only where it may be named beside a person: by who was not told, it can't be. */
    Decision<Programme> open() {
        return isProtected() ? Decision.of(this) : Decision.of(this, new ProgrammeOpened(code));
    }

    /** Whether nobody may be told to be in it: its code alone says what a person went through. */
    public boolean isProtected() {
        return objectives.stream().anyMatch(Objective::isProtected);
    }

    /**
     * For what is done with the people of a programme.
     *
     * @throws ProtectedProgramme when nobody may be told to be in it
     */
    public void requireKnownPeople() {
        if (isProtected()) {
            throw new ProtectedProgramme();
        }
    }
}
