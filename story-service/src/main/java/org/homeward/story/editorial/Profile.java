package org.homeward.story.editorial;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.web.InvalidBody;
import org.homeward.story.consent.Basis;
import org.homeward.story.consent.KnownConsents;
import org.homeward.story.publication.StandsAt;
import org.homeward.story.text.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What a story is, apart from its words.
 *
 * @param author subject of who wrote it; may review nothing of it, whatever else the person is
 * @param programme its code; never leaves the service
 * @param region by ISO 3166-2:TJ; null where it would point to somebody
 * @param sector null where it would point to somebody
 * @param closes the last day of a call for entries, counted in Asia/Dushanbe; null until it is
 *     known, and for every other kind
 * @param standsAt where a page stands; null until it is known, and for every other kind
 * @param pictures in the order of the page; null in stories kept before there were any
 * @param named by their consents, whoever was ever told of or shown in it: of who was left out
 *     since, its words may tell all the same
 */
public record Profile(
        UUID story,
        StoryKind kind,
        String author,
        String programme,
        @Nullable String region,
        @Nullable Sector sector,
        @Nullable LocalDate closes,
        @Nullable StandsAt standsAt,
        List<Portrayed> persons,
        List<Illustration> pictures,
        List<UUID> named) {

    public Profile {
        persons = List.copyOf(persons);
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
        named = Stream.concat(named.stream(), consents(persons, pictures)).distinct().toList();
    }

    private static Stream<UUID> consents(List<Portrayed> persons, List<Illustration> pictures) {
        return Stream.concat(
                persons.stream().map(Portrayed::consent),
                pictures.stream().flatMap(picture -> picture.shown().stream()));
    }

    /**
     * Once more were left out of a story nobody else comes into it: each that it ever named is
     * asked about for ever.
     */
    private static final int MOST_LEFT_OUT = 50;

    /** Whoever is told of or shown, by the consents that were asked of them; each once. */
    public List<UUID> consents() {
        return basis("").consents();
    }

    /** Under which a read of its words is recorded: the story, and whom they may tell of. */
    public List<UUID> records() {
        return Stream.concat(Stream.of(story), named.stream()).toList();
    }

    /**
     * To leave somebody out is never refused: she may have said no.
     *
     * @throws InvalidBody when somebody comes into it whom the other never named, and more than
     *     fifty were left out
     */
    void mustNameFew(Profile before) {
        boolean more = named.size() > before.named.size();
        if (more && named.size() - consents().size() > MOST_LEFT_OUT) {
            throw new InvalidBody(
                    "/persons", "must name nobody else: too many were left out, begin another");
        }
    }

    /** Whether somebody who is in the other is not in this any more. */
    boolean leavesOut(Profile before) {
        return !consents().containsAll(before.consents());
    }

    /**
     * Nothing is written of who has said no, or does not agree any more: she may be erased.
     *
     * @param known of everybody in it
     * @param today by the programme's clock
     * @throws ConsentMissing when somebody in it has
     */
    void mayBeWritten(KnownConsents known, LocalDate today) {
        var over = known.over(today);
        if (!over.isEmpty()) {
            throw new ConsentMissing(over);
        }
    }

    /** What must be in force for a text with this digest. */
    public Basis basis(String textHash) {
        var texts = persons.stream().map(Portrayed::consent).toList();
        var photographs = pictures.stream().flatMap(picture -> picture.basis().stream()).toList();
        return new Basis(story, textHash, texts, photographs);
    }

    /** Whether this picture is in it. */
    boolean shows(UUID picture) {
        return pictures.stream().anyMatch(one -> one.picture().equals(picture));
    }

    /** Whether somebody is told of or shown, whatever its kind. */
    boolean isOfPeople() {
        return !persons.isEmpty() || pictures.stream().anyMatch(one -> !one.shown().isEmpty());
    }

    /** Whether somebody is told of under a pseudonym. */
    public boolean nameChanged() {
        return persons.stream().anyMatch(Portrayed::nameChanged);
    }

    /** What people consent to beside its words. */
    Setting setting() {
        return new Setting(
                persons.stream().map(Portrayed::consent).collect(Collectors.toSet()),
                nameChanged(),
                region,
                sector,
                closes,
                pictures.stream().map(Illustration::depicted).toList());
    }

    /** The same story, of nobody at any time, without a picture. */
    Profile withoutPeople() {
        return new Profile(
                story, kind, author, programme, region, sector, closes, standsAt, List.of(),
                List.of(), List.of());
    }

    Profile with(
            String newProgramme,
            @Nullable String newRegion,
            @Nullable Sector newSector,
            @Nullable LocalDate newClosing,
            @Nullable StandsAt newPlace,
            List<Portrayed> newPersons,
            List<Illustration> newPictures) {
        return new Profile(
                story,
                kind,
                author,
                newProgramme,
                newRegion,
                newSector,
                newClosing,
                newPlace,
                newPersons,
                newPictures,
                named);
    }
}
