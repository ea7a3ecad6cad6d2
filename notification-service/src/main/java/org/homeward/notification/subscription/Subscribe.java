package org.homeward.notification.subscription;

import static org.homeward.notification.subscription.SubscriptionTypes.SUBSCRIPTION;

import java.util.Optional;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.notification.subscription.Subscription.Active;
import org.homeward.notification.subscription.Subscription.Choice;

/**
 * A staff member has one subscription, found by her token, and nobody else writes it. None of its
 * commands asks for a version: she says what she wants now, whatever she wanted before, so of two
 * devices the last word counts; and a cancellation or a renewal must not fail on a stale one.
 */
@UseCase("Choose what to be told by e-mail")
class Subscribe {

    static final String LOCATION = "/api/v1/subscriptions/mine";

    private final Journal journal;
    private final Aggregates aggregates;

    Subscribe(Journal journal, Aggregates aggregates) {
        this.journal = journal;
        this.aggregates = aggregates;
    }

    Receipt choose(Choice choice, Call call) {
        return journal.run(
                call,
                change -> {
                    var email = verifiedEmail(call.actor());
                    var id = Subscription.idOf(call.actor());
                    var made =
                            Subscription.subscribe(id, call.actor(), email, choice, change.now());
                    return change.find(SUBSCRIPTION, id)
                            .map(
                                    known -> {
                                        var chosen =
                                                switch (known.state()) {
                                                    case Active active ->
                                                            active.choose(
                                                                    call.actor(),
                                                                    email,
                                                                    choice,
                                                                    change.now());
                                                    case Subscription.Cancelled _ -> made;
                                                };
                                        return Receipt.ok(LOCATION, change.update(known, chosen));
                                    })
                            .orElseGet(
                                    () ->
                                            Receipt.created(
                                                    LOCATION,
                                                    change.create(SUBSCRIPTION, id, made)));
                });
    }

    /** What a staff app does at log-in: roles, scope and address as the token says now. */
    Receipt renew(Call call) {
        return journal.run(
                call,
                change -> {
                    var email = verifiedEmail(call.actor());
                    var known = mine(change, call.actor());
                    return switch (known.state()) {
                        case Active active ->
                                Receipt.ok(
                                        LOCATION,
                                        change.update(
                                                known,
                                                active.renew(call.actor(), email, change.now())));
                        case Subscription.Cancelled _ -> throw new NotFound();
                    };
                });
    }

    Receipt cancel(Call call) {
        return journal.run(
                call,
                change -> {
                    var known = mine(change, call.actor());
                    return switch (known.state()) {
                        case Active active ->
                                Receipt.ok(LOCATION, change.update(known, active.cancel()));
                        case Subscription.Cancelled _ -> throw new NotFound();
                    };
                });
    }

    Optional<Stored<Subscription>> mine(Actor actor) {
        return aggregates.find(SUBSCRIPTION, Subscription.idOf(actor), Scope.everything());
    }

    private static Stored<Subscription> mine(Change change, Actor actor) {
        return change.find(SUBSCRIPTION, Subscription.idOf(actor)).orElseThrow(NotFound::new);
    }

    private static String verifiedEmail(Actor actor) {
        if (actor.email() == null) {
            throw new EmailNotVerified();
        }
        return actor.email();
    }
}
