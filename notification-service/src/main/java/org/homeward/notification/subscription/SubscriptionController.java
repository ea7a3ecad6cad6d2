package org.homeward.notification.subscription;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Refuses;
import org.homeward.notification.subscription.Subscription.Active;
import org.homeward.notification.subscription.Subscription.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Subscribe.LOCATION)
class SubscriptionController {

    private final Subscribe subscriptions;
    private final Subscribers subscribers;

    SubscriptionController(Subscribe subscriptions, Subscribers subscribers) {
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
    }

    @PutMapping
    ResponseEntity<Receipt> choose(@RequestBody @Valid ChoiceBody body, Call call) {
        return Answers.of(
                subscriptions.choose(
                        new Choice(
                                body.occasions(),
                                body.language(),
                                Objects.requireNonNullElse(body.pace(), Pace.AT_ONCE)),
                        call));
    }

    @Operation(
            description =
                    "To be called after each log-in of somebody who has subscribed: takes roles,"
                            + " organisation, districts and address from the token as they are now,"
                            + " and puts off the day on which mails end (silentFrom).")
    @PostMapping("/renewal")
    ResponseEntity<Receipt> renew(Call call) {
        return Answers.of(subscriptions.renew(call));
    }

    @PostMapping("/cancellation")
    ResponseEntity<Receipt> cancel(Call call) {
        return Answers.of(subscriptions.cancel(call));
    }

    @Refuses("404")
    @GetMapping
    ResponseEntity<SubscriptionView> read(Actor actor) {
        var mine = subscriptions.mine(actor).orElseThrow(NotFound::new);
        return switch (mine.state()) {
            case Active active -> Answers.read(mine, view(active));
            case Subscription.Cancelled _ -> throw new NotFound();
        };
    }

    private SubscriptionView view(Active active) {
        return new SubscriptionView(
                active.occasions(),
                active.language(),
                active.pace(),
                active.renewedAt(),
                subscribers.silentFrom(active));
    }

    /**
     * What to hear of, and in which language.
     *
     * @param occasions those that none of one's roles allows are kept and stay silent
     * @param pace at once when it is left out; daily: one mail at 7:00 in Dushanbe
     */
    record ChoiceBody(
            @NotEmpty Set<@NotNull Occasion> occasions,
            @NotNull @Pattern(regexp = "tg|ru|en") String language,
            @Nullable Pace pace) {}

    /**
     * The choice as it is kept; the address is that of the token.
     *
     * @param renewedAt when roles and scope were last taken from a token
     * @param silentFrom when mails end, unless the subscription is renewed before; since when they
     *     have ended, where tokens of the last log-in are refused
     */
    record SubscriptionView(
            Set<Occasion> occasions,
            String language,
            Pace pace,
            Instant renewedAt,
            Instant silentFrom) {}
}
