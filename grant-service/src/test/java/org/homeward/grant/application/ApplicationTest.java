package org.homeward.grant.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.ApplicationRejected;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Standing CARRIED = new Standing(2, 2, 0);
    private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");

    @Test
    void nobody_is_told_of_a_draft() {
        assertThat(Draft.write(Proposals.tailor(), Proposals.studio(), "author").events())
                .isEmpty();
    }

    @Test
    void a_submitted_application_tells_who_asks_for_how_much_and_nothing_of_the_plan() {
        var draft = draftOf(Proposals.studio());

        var submitted = draft.submit(ID, Reviews.committee(), "author", NOW);

        assertThat(submitted.events())
                .containsExactly(
                        new ApplicationSubmitted(
                                ID,
                                draft.applicant().beneficiary(),
                                "REINT-26",
                                "TJ-KT-SHAHRITUS",
                                Sector.CLOTHING,
                                new org.homeward.contracts.Money("8100.50", "TJS")));
        assertThat(submitted.state().submissions().getLast().at()).isEqualTo(NOW);
    }

    @Test
    void an_application_that_asks_for_nothing_is_not_submitted() {
        var empty = draftOf(Proposals.of());

        assertThatThrownBy(() -> empty.submit(ID, Reviews.committee(), "author", NOW))
                .isInstanceOf(NothingRequested.class);
    }

    @Test
    void an_edit_replaces_what_is_applied_for_and_keeps_the_applicant() {
        var draft = draftOf(Proposals.of());

        var edited = draft.edit(Proposals.studio(), "editor").state();

        assertThat(edited.applicant()).isEqualTo(draft.applicant());
        assertThat(edited.proposal().total()).isEqualTo(Proposals.somoni("8100.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "editor", "submitter"})
    void who_wrote_edited_or_submitted_an_application_neither_approves_nor_rejects_it(String who) {
        var review =
                draftOf(Proposals.of())
                        .edit(Proposals.studio(), "editor")
                        .state()
                        .submit(ID, Reviews.committee(), "submitter", NOW)
                        .state();

        assertThatThrownBy(() -> review.approve(CARRIED, UUID.randomUUID(), who, NOW))
                .isInstanceOf(OwnApplication.class);
        assertThatThrownBy(() -> review.reject(ID, CARRIED, Secret.of("No"), who, NOW))
                .isInstanceOf(OwnApplication.class);
    }

    @Test
    void somebody_else_approves_it_and_it_leads_to_its_grant() {
        var grant = UUID.randomUUID();

        var approved = underReview().approve(CARRIED, grant, "manager", NOW).state();

        assertThat(approved.grant()).isEqualTo(grant);
        assertThat(approved.decidedBy()).isEqualTo("manager");
        assertThat(approved.standing()).isEqualTo(CARRIED);
    }

    @Test
    void a_rejection_is_told_without_its_reason() {
        var review = underReview();

        var rejected =
                review.reject(
                        ID, CARRIED, Secret.of("The market has three already"), "manager", NOW);

        assertThat(rejected.events())
                .containsExactly(
                        new ApplicationRejected(ID, review.applicant().beneficiary(), "REINT-26"));
        assertThat(rejected.state().reason().open()).isEqualTo("The market has three already");
        assertThat(rejected.toString()).doesNotContain("market");
    }

    @Test
    void a_command_on_another_state_names_the_state_it_is_in() {
        Application review = underReview();

        assertThatThrownBy(() -> review.in(Draft.class))
                .isInstanceOfSatisfying(
                        StateConflict.class,
                        conflict ->
                                assertThat(conflict.extensions())
                                        .containsEntry("state", "UNDER_REVIEW"));
    }

    @Test
    void every_state_has_a_word_and_a_stored_name_of_its_own() {
        assertThat(states(Application.class))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(State.values()).map(State::type).toList());
        assertThat(State.values()).extracting(State::alias).doesNotHaveDuplicates();
    }

    private static List<Class<?>> states(Class<?> root) {
        return Stream.of(root.getPermittedSubclasses())
                .<Class<?>>flatMap(
                        type -> type.isSealed() ? states(type).stream() : Stream.of(type))
                .distinct()
                .toList();
    }

    private static Draft draftOf(Proposal proposal) {
        return Draft.write(Proposals.tailor(), proposal, "author").state();
    }

    private static UnderReview underReview() {
        return draftOf(Proposals.studio()).submit(ID, Reviews.committee(), "author", NOW).state();
    }
}
