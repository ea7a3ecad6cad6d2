package org.homeward.system;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.kit.test.DataMap;

/**
 * Which fields of the marked people lie in which field that the data map calls sealed: one that
 * nobody is looked for by could lie open without being found.
 */
final class SealedFields {

    /** Fields of the marked people, by the fields of the data map, both as patterns. */
    private static final Map<String, String> MARKED =
            Map.ofEntries(
                    Map.entry("beneficiaries: person.name.family", ".*/person/name/family"),
                    Map.entry("beneficiaries: person.name.given", ".*/person/name/given"),
                    Map.entry("beneficiaries: person.name.patronymic", ".*/name/patronymic"),
                    Map.entry("beneficiaries: person.formerNames.family", ".*Names/0/family"),
                    Map.entry("beneficiaries: person.formerNames.given", ".*Names/0/given"),
                    Map.entry(
                            "beneficiaries: person.formerNames.patronymic", ".*Names/0/patronymic"),
                    Map.entry("beneficiaries: person.birth.day", ".*/person/birth/day"),
                    Map.entry("beneficiaries: person.phones", ".*/person/phones/0"),
                    Map.entry("beneficiaries: person.email", ".*/person/email"),
                    Map.entry("beneficiaries: person.address", ".*/person/address"),
                    Map.entry("beneficiaries: person.documents", ".*/person/documents/0"),
                    Map.entry("assessments: reason", "reasons/voiding"),
                    Map.entry("places: reason", "reasons/drop-out"),
                    Map.entry(
                            "household_circumstances: known.residents.standing.absence.since",
                            "M/household/members/1/absence/since"),
                    Map.entry(
                            "household_members: person.name", "M/household/members/3/person/name"),
                    Map.entry(
                            "household_members: person.standing.absence.since",
                            "M/household/members/3/absence/since"),
                    Map.entry("evidence_contents: sealed", "N/evidence/(sent|kept)"),
                    Map.entry("referrals: request.wish.note", "M/referrals/0/note"),
                    Map.entry("incoming_referrals: word.about", "M/spokenFor/about"),
                    Map.entry("activities: plan.facilitator", "M/activities/0/facilitator"),
                    Map.entry("activities: result", "M/activities/0/result"),
                    Map.entry("openings: facts.reason", "N/opening/reason"),
                    Map.entry("openings: note", "N/opening/note"),
                    Map.entry(
                            "applications: (submissions.)?proposal.plan.activity",
                            "N/proposal/plan/activity"),
                    Map.entry(
                            "applications: (submissions.)?proposal.plan.market",
                            "N/proposal/plan/market"),
                    Map.entry(
                            "applications: (submissions.)?proposal.plan.experience",
                            "N/proposal/plan/experience"),
                    Map.entry(
                            "applications: (submissions.)?proposal.plan.risks",
                            "N/proposal/plan/risks"),
                    Map.entry(
                            "applications: (submissions.)?proposal.items.description",
                            "N/proposal/items/0/description"),
                    Map.entry("applications: submissions.votes.reason", "M/spouse/review/for"),
                    Map.entry(
                            "applications: submissions.recusals.reason",
                            "M/spouse/review/interest"),
                    Map.entry("applications: submissions.revision.what", "M/revision/what"),
                    Map.entry("applications: reason", "M/spouse/decision/reason"),
                    Map.entry("grants: items.ending.reason", "N/items/cancellation"),
                    Map.entry("grants: items.step.ending.reason", "N/items/return"),
                    Map.entry(
                            "grants: items.step.signature.serialNumbers.numbers",
                            "N/items/serial-number"),
                    Map.entry(
                            "grants: items.step.(receipt.)?(order.)?supplier", "N/items/supplier"),
                    Map.entry(
                            "grants: visits.report.incomeBefore.amount",
                            "M/visits/3/incomeBefore/amount"),
                    Map.entry(
                            "grants: visits.report.incomeNow.amount",
                            "M/visits/3/incomeNow/amount"),
                    Map.entry("grants: visits.report.nextStep", "M/visits/3/nextStep"),
                    Map.entry("stories: text.versions.*.title", "M/story/versions/tg/title"),
                    Map.entry("stories: text.versions.*.teaser", "M/story/versions/tg/teaser"),
                    Map.entry(
                            "stories: text.versions.*.sections.heading",
                            "M/story/versions/tg/sections/0/heading"),
                    Map.entry(
                            "stories: text.versions.*.sections.paragraphs",
                            "M/story/versions/tg/sections/0/paragraphs/0"),
                    Map.entry(
                            "stories: text.versions.*.alternatives",
                            "M/story/versions/tg/alternatives/0"),
                    Map.entry("stories: text.pseudonyms.*", "M/story/pseudonyms/0"),
                    Map.entry("stories: returned.reason", "returned/disclosure-review"),
                    Map.entry("retraction-notes: reason", "reasons/retraction"),
                    Map.entry("pictures: prints.jpeg", "returned/picture/(sent|kept)"),
                    Map.entry("subscriptions: address", "staff/email"),
                    Map.entry("webhooks: endpoint.url", "webhook/address"),
                    Map.entry("webhooks: endpoint.keys.secret", "webhook/secret"));

    private static final String WORD = "one of a few words, which are many people's";
    private static final String YEAR = "four digits, which stand everywhere; the day is marked";

    /** By no marker: why, by the fields of the data map. */
    private static final Map<String, String> UNMARKED =
            Map.ofEntries(
                    Map.entry(".*\\.sex", WORD),
                    Map.entry(".*\\.birth\\.precision", WORD),
                    Map.entry(".*\\.(relation|disability|inSchool|absence\\.kind)", WORD),
                    Map.entry("household_circumstances: known\\.(incomes|dwelling)", WORD),
                    Map.entry("assessments: interview\\.answers\\.\\*", WORD),
                    Map.entry("referrals: request\\.wish\\.service", WORD),
                    Map.entry("beneficiaries: person\\.languages", WORD),
                    Map.entry("grants: visits\\.report\\.income(Before|Now)\\.currency", WORD),
                    Map.entry(".*\\.birth\\.year", YEAR),
                    Map.entry(
                            "household_members: person\\.birth\\.day",
                            "of who is no beneficiary the year alone is asked"),
                    Map.entry(
                            "household_circumstances: known\\.residents\\.beneficiary",
                            "a random id, which lies plain in other collections"),
                    Map.entry(
                            "(stories: text|pictures:)[. ]salt",
                            "drawn by the service, and told to nobody"));

    /**
     * Fields whose marker is not sent by who tells of them: made of what was sent, drawn, or in a
     * token.
     */
    static final Set<String> COMES_OTHERWISE =
            Set.of("N/evidence/kept", "returned/picture/kept", "webhook/secret", "staff/email");

    private SealedFields() {}

    /** What the data map says lies sealed, each with its collection. */
    static Set<String> ofTheMap() {
        var all = new TreeSet<String>();
        for (var service : List.of("beneficiary", "grant", "story", "notification")) {
            all.addAll(DataMap.of(service + "-service").sealed());
        }
        return all;
    }

    /**
     * Those of the map in which nothing is that could be looked for.
     *
     * @param fields of the marked people
     */
    static Set<String> withoutAMarker(Set<String> map, Collection<String> fields) {
        var without = new TreeSet<>(map);
        without.removeIf(field -> UNMARKED.keySet().stream().anyMatch(field::matches));
        MARKED.forEach(
                (path, pattern) -> {
                    if (fields.stream().anyMatch(field -> field.matches(pattern))) {
                        without.removeIf(field -> field.matches(path.replace("*", "\\*")));
                    }
                });
        return without;
    }

    /** What is said here of fields that the map does not have. */
    static Set<String> ofNoField(Set<String> map) {
        var none = new TreeSet<>(UNMARKED.keySet());
        MARKED.keySet().forEach(path -> none.add(path.replace("*", "\\*")));
        none.removeIf(path -> map.stream().anyMatch(field -> field.matches(path)));
        return none;
    }
}
