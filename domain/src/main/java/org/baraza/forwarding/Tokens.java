// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.baraza.forwarding.wire.TokenAnswer;
import org.baraza.forwarding.wire.WireAnswer;
import org.baraza.forwarding.wire.WireRequest;
import org.baraza.persistence.tenancy.Transactions;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that other sides gave: remembered by this node, kept sealed for the others. */
public final class Tokens {
    private static final int MOST = 10_000;

    private final Transactions transactions;
    private final ConnectionStore connections;
    private final RequestStore requests = new RequestStore();
    private final Clock clock;
    private final Map<Place, TokenAnswer> recent = new ConcurrentHashMap<>();
    private final Map<Place, CompletableFuture<TokenAnswer>> asked = new ConcurrentHashMap<>();

    /** A connection as it was then: whatever is changed of it makes its tokens worthless. */
    private record Place(String connectionId, Instant updatedAt) {}

    public Tokens(Transactions transactions, ConnectionStore connections, Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.clock = clock;
    }

    /** The last token, whether it is still good or not. */
    Optional<TokenAnswer> last(Connection connection) {
        return Optional.ofNullable(recent.get(place(connection))).or(() -> kept(connection));
    }

    /** The last token that any node was given. */
    Optional<TokenAnswer> kept(Connection connection) {
        Optional<TokenAnswer> kept = transactions
                .read(tx -> connections.token(tx, UUID.fromString(connection.connectionId()), connection.updatedAt()))
                .map(json -> JsonMapper.shared().readValue(json, TokenAnswer.class));
        kept.ifPresent(token -> recent.put(place(connection), token));
        return kept;
    }

    private static Place place(Connection connection) {
        return new Place(connection.connectionId(), connection.updatedAt());
    }

    /** Whoever wants the same meanwhile waits, and takes what came of it, be it why there is none. */
    TokenAnswer together(Connection connection, Supplier<TokenAnswer> asking) {
        CompletableFuture<TokenAnswer> mine = new CompletableFuture<>();
        CompletableFuture<TokenAnswer> other = asked.putIfAbsent(place(connection), mine);
        if (other != null) {
            return taken(other);
        }
        try {
            mine.complete(asking.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asked.remove(place(connection), mine);
        }
        return mine.join();
    }

    private static TokenAnswer taken(CompletableFuture<TokenAnswer> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    boolean isGood(TokenAnswer token) {
        return clock.instant().isBefore(token.expiresAt());
    }

    /** Tells the log of a request for one. */
    void told(Connection connection, WireRequest request, WireAnswer answer, Duration took) {
        SentRequest sent = new SentRequest(
                RequestIds.next(),
                connection.connectionId(),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                Optional.empty(),
                Told.ofToken(request, answer),
                Math.toIntExact(took.toMillis()));
        transactions.writing(tx -> requests.insert(tx, List.of(sent)));
    }

    void keep(Connection connection, TokenAnswer token) {
        if (recent.size() > MOST) {
            recent.clear();
        }
        recent.put(place(connection), token);
        transactions.writing(tx -> connections.setToken(
                tx,
                UUID.fromString(connection.connectionId()),
                connection.updatedAt(),
                JsonMapper.shared().writeValueAsString(token)));
    }
}
