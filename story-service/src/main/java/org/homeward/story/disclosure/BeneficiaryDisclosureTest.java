package org.homeward.story.disclosure;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.web.Unavailable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks beneficiary-service; keeps neither question nor answer. */
final class BeneficiaryDisclosureTest implements DisclosureTest {

    private static final int TRY_AGAIN = 10;

    private final RestClient client;
    private final CircuitBreaker breaker;

    BeneficiaryDisclosureTest(RestClient client, CircuitBreaker breaker) {
        this.client = client;
        this.breaker = breaker;
    }

    @Override
    public List<Hit> test(UUID consent, List<LanguageText> texts, String purpose) {
        try {
            return breaker
                    .executeSupplier(() -> ask(new Question(consent, texts), purpose))
                    .hits()
                    .stream()
                    .map(hit -> hit.of(consent))
                    .toList();
        } catch (HttpClientErrorException.NotFound _) {
            throw new ConsentUnknown(consent);
        } catch (CallNotPermittedException
                | RestClientException
                | OAuth2AuthorizationException away) {
            throw new Unavailable("The disclosure test can't be made now.", TRY_AGAIN);
        }
    }

    private Answer ask(Question question, String purpose) {
        var answer =
                client.post()
                        .uri("/internal/v1/disclosure-tests")
                        .header("Homeward-Purpose", purpose)
                        .body(question)
                        .retrieve()
                        .body(Answer.class);
        if (answer == null) {
            throw new RestClientException("an answer without a body");
        }
        return answer;
    }

    private record Question(UUID consent, List<LanguageText> texts) {}

    private record Answer(List<Place> hits) {}

    private record Place(String language, String kind, int start, int end) {

        Hit of(UUID consent) {
            return new Hit(consent, language, kind, start, end);
        }
    }
}
