package org.homeward.story.disclosure;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.peer.PeerAway;
import org.homeward.kit.peer.PeerClient;
import org.homeward.kit.peer.PeerRefused;
import org.homeward.kit.web.Unavailable;

/** Asks beneficiary-service; keeps neither question nor answer. */
final class BeneficiaryDisclosureTest implements DisclosureTest {

    private static final int NO_SUCH = 404;
    private static final int TRY_AGAIN = 10;

    private final PeerClient beneficiaries;

    BeneficiaryDisclosureTest(PeerClient beneficiaries) {
        this.beneficiaries = beneficiaries;
    }

    @Override
    public List<Hit> test(UUID consent, List<LanguageText> texts, String purpose) {
        try {
            var question = new Question(consent, texts);
            return beneficiaries
                    .post(purpose, question, Answer.class, "/internal/v1/disclosure-tests")
                    .hits()
                    .stream()
                    .map(place -> place.of(consent))
                    .toList();
        } catch (PeerRefused refused) {
            if (refused.status() == NO_SUCH) {
                throw new ConsentUnknown(consent);
            }
            throw refused;
        } catch (PeerAway away) {
            throw new Unavailable("The disclosure test can't be made now.", TRY_AGAIN);
        }
    }

    private record Question(UUID consent, List<LanguageText> texts) {}

    private record Answer(List<Place> hits) {}

    private record Place(String language, String kind, int start, int end) {

        Hit of(UUID consent) {
            return new Hit(consent, language, kind, start, end, false);
        }
    }
}
