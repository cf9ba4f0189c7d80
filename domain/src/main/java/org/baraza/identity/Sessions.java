// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.SessionStore.Live;
import org.baraza.identity.credentials.Secrets;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Browsers that somebody signed in with. A session ends after two weeks without use, or sooner where a project of its
 * holder says so, when she signs out, and when her password changes or her account is closed; within seconds on every node.
 */
public final class Sessions {
    /** How long a session lives without being used, where no project of its holder says otherwise. */
    public static final Duration IDLE = Duration.ofDays(14);

    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final Duration TOUCH_GRAIN = Duration.ofMinutes(10);
    private static final int TOUCHES = 20;
    private static final int MOST_REMEMBERED = 50_000;
    private static final int TOKEN_LENGTH = 43;
    private static final int LONGEST_AGENT = 400;
    private static final int MOST_SHOWN = 200;

    private final Transactions transactions;
    private final Clock clock;
    private final Secrets secrets = new Secrets();
    private final SessionStore store = new SessionStore();
    private final EventStore events = new EventStore();
    private final ShortMemory<String, Optional<Live>> recent;

    public Sessions(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** Opens a session for somebody who just signed in, and gives the secret for her cookie. */
    public String open(WebUser user, String address, String agent) {
        return open(user, address, agent, Optional.empty());
    }

    /** As {@link #open(WebUser, String, String)}, for somebody whom an identity provider vouched for. */
    public String open(WebUser user, String address, String agent, Optional<UUID> provider) {
        String token = secrets.token();
        Instant now = clock.instant();
        transactions.writingAs(Visibility.user(user.userId()), tx -> {
            store.deleteOver(tx, user.userId(), now);
            Instant end = now.plus(store.idle(tx, user.userId()));
            var made = new SessionStore.NewSession(
                    Secrets.digest(token), user.userId(), provider, address, shortened(agent), now, end);
            if (!store.insert(tx, made)) {
                throw new Refused(new Problem.NotFound("account"));
            }
            events.add(tx, user.username(), user.userId(), "session.opened", address);
        });
        return token;
    }

    private static String shortened(String agent) {
        return agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)).replace("\0", "");
    }

    /** Who holds the session; empty when it is over or never was. */
    public Optional<WebUser> holder(String token) {
        return live(token).map(Live::user);
    }

    /** Who holds the session and since when; empty when it is over or never was. */
    public Optional<Opened> opened(String token) {
        return live(token).map(live -> new Opened(live.user(), live.createdAt(), live.provider()));
    }

    /**
     * A session that is good.
     *
     * @param provider the identity provider that vouched for its holder; empty where she showed a password
     */
    public record Opened(WebUser user, Instant at, Optional<UUID> provider) {}

    private Optional<Live> live(String token) {
        if (token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        return recent.get(Secrets.hexDigest(token), _ -> find(token))
                .filter(live -> live.expiresAt().isAfter(clock.instant()));
    }

    /** How long the session may go unused; empty when it is over or never was. */
    public Optional<Duration> idle(String token) {
        return holder(token)
                .map(user -> transactions.readAs(Visibility.user(user.userId()), tx -> store.idle(tx, user.userId())));
    }

    private Optional<Live> find(String token) {
        byte[] hash = Secrets.digest(token);
        Instant now = clock.instant();
        Optional<Live> found = transactions.readAs(visible(token), tx -> store.find(tx, hash, now));
        found.filter(live -> live.lastSeenAt().plus(grain(live)).isBefore(now))
                .ifPresent(live -> transactions.writingAs(
                        visible(token).and(Visibility.user(live.user().userId())),
                        tx -> store.touch(
                                tx,
                                hash,
                                now,
                                now.plus(store.idle(tx, live.user().userId())))));
        return found;
    }

    /** Use is not written down each time, and often enough where a session lives shortly. */
    private static Duration grain(Live live) {
        Duration part = Duration.between(live.lastSeenAt(), live.expiresAt()).dividedBy(TOUCHES);
        return part.compareTo(TOUCH_GRAIN) < 0 ? part : TOUCH_GRAIN;
    }

    /** Signs this browser out. */
    public void close(String token, WebUser holder, String address) {
        transactions.writingAs(Visibility.user(holder.userId()), tx -> {
            tx.afterCommit(() -> recent.forget(Secrets.hexDigest(token)));
            store.delete(tx, Secrets.digest(token));
            book(tx, holder, "session.closed", address);
        });
    }

    /** Signs the user out of every browser. */
    public void closeAll(WebUser holder, String address) {
        transactions.writingAs(Visibility.user(holder.userId()), tx -> {
            tx.afterCommit(recent::forgetAll);
            store.deleteAll(tx, holder.userId());
            book(tx, holder, "session.closed_everywhere", address);
        });
    }

    /** Somebody else signs her out of every browser. */
    void closeAll(Tx tx, WebMember holder) {
        tx.afterCommit(recent::forgetAll);
        store.deleteAll(tx, holder.userId());
        events.add(tx, holder.username(), holder.userId(), "session.closed_by_administrator", "");
    }

    /** Where somebody is signed in, the last used first. */
    public List<OwnSession> of(WebUser holder, Arrival arrival) {
        return transactions.readAs(
                Visibility.user(holder.userId()),
                tx -> store.own(tx, holder.userId(), arrival.session(), clock.instant(), MOST_SHOWN));
    }

    /** Signs her out of one browser; 0 when it is none of hers, or over. */
    public int end(WebUser holder, UUID sessionId, String address) {
        return ended(holder, address, "session.ended", tx -> store.deleteOne(tx, holder.userId(), sessionId));
    }

    /** Signs her out of all browsers but the one she came with, and tells of how many. */
    public int endOthers(WebUser holder, Arrival arrival) {
        return ended(
                holder,
                arrival.address(),
                "session.others_ended",
                tx -> store.deleteOthers(tx, holder.userId(), arrival.session()));
    }

    private int ended(WebUser holder, String address, String action, ToIntFunction<Tx> deed) {
        return transactions.writeAs(Visibility.user(holder.userId()), tx -> {
            tx.afterCommit(recent::forgetAll);
            int ended = deed.applyAsInt(tx);
            if (ended > 0) {
                book(tx, holder, action, address);
            }
            return ended;
        });
    }

    /** Signs everybody out whom an identity provider vouched for. */
    public void closeAllOf(UUID provider) {
        transactions.writingAs(Visibility.vouching(provider), tx -> {
            tx.afterCommit(recent::forgetAll);
            store.deleteAllOf(tx, provider);
        });
    }

    private void book(Tx tx, WebUser holder, String action, String address) {
        events.add(tx, holder.username(), holder.userId(), action, address);
    }

    private static Visibility visible(String token) {
        return Visibility.session(Secrets.hexDigest(token));
    }
}
