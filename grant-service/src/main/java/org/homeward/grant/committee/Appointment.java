package org.homeward.grant.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sits in a committee, as it is said over HTTP both ways.
 *
 * @param quorum how many without an interest in the case must have voted
 * @param members all of them; they replace those before
 */
record Appointment(
        @NotNull @Min(2) @Max(20) Integer quorum,
        @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid Member> members) {

    /**
     * @param subject as in the member's token
     * @param organisation where the member works
     * @param household of the member, where the programmes know it
     */
    record Member(
            @NotBlank @Size(max = 100) String subject,
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,29}") String organisation,
            @Nullable UUID household) {

        static Member of(Seat seat) {
            return new Member(seat.member(), seat.organisation(), seat.household());
        }

        Seat seat() {
            return new Seat(subject, organisation, household);
        }
    }

    static Appointment of(Committee committee) {
        return new Appointment(
                committee.quorum(), committee.seats().stream().map(Member::of).toList());
    }

    List<Seat> seats() {
        return members.stream().map(Member::seat).toList();
    }
}
