// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.sync.CaseGraphStore.LinkVisitor;
import org.baraza.sync.CaseGraphStore.Which;

/**
 * Collects the part of the case graph that decides about one person: round by round what her cases point to and what
 * extends them, with two statements a round however many cases it has. For a phone that holds cases already it starts
 * from what changed, so that it costs what changed and not what is held.
 */
final class GraphWalk {
    private final Tx tx;
    private final CaseGraphStore store;
    private final Set<String> ownerIds;
    private final String[] owners;
    private final CaseGraphBuilder graph = new CaseGraphBuilder();
    private final HiddenLinks hidden = new HiddenLinks();
    /** Cases whose links and extensions are not known yet. */
    private NumberList frontier = new NumberList();

    private GraphWalk(Tx tx, CaseGraphStore store, Collection<String> ownerIds) {
        this.tx = tx;
        this.store = store;
        this.ownerIds = Set.copyOf(ownerIds);
        this.owners = ownerIds.toArray(String[]::new);
    }

    /**
     * Cases that can be on the phone of whoever owns with these ids, and links that cannot be shown there.
     *
     * <p>Closed extensions need no look: they are never available, so nothing comes onto a phone because of them.
     */
    static LoadedGraph all(Tx tx, CaseGraphStore store, Collection<String> ownerIds) {
        return new GraphWalk(tx, store, ownerIds).all();
    }

    /** As {@link #all}, for a phone that holds cases already: what it knows is taken as it is, but for the stale ones. */
    static LoadedGraph since(Tx tx, CaseGraphStore store, Collection<String> ownerIds, PhoneNews news) {
        return new GraphWalk(tx, store, ownerIds).since(news);
    }

    private LoadedGraph all() {
        store.ownOpen(tx, owners, number -> meet(number, true, true));
        if (frontier.size() > 0) {
            frontier = new NumberList();
            look(Which.ownedBy(owners));
        }
        return explored();
    }

    private LoadedGraph since(PhoneNews news) {
        store.cases(tx, news.stale(), owners, this::meet);
        remember(news.phone(), news.stale());
        news.awake().stream().forEach(frontier::add);
        meetOwnOfNewOwners(news.ownersBefore());
        store.cases(tx, news.moved(), owners, (number, owned, open) -> {
            if (owned && open) {
                meet(number, true, true);
            }
        });
        store.extensionsAmong(tx, news.moved(), owners, (number, owned, host) -> {
            if (graph.knows(host)) {
                meet(number, owned, true);
            }
        });
        meetOwnBelow(news.moved());
        return explored();
    }

    /** What did not change is as the phone was told. */
    private void remember(Shadow phone, BitSet stale) {
        BitSet owned = phone.ownedBy(ownerIds);
        for (int place = 0; place < phone.size(); place++) {
            int number = phone.number(place);
            if (!stale.get(number)) {
                graph.add(number, owned.get(place), !phone.isClosed(place));
                for (int link = phone.firstLink(place); link < phone.firstLink(place + 1); link++) {
                    graph.link(number, phone.target(link), phone.isExtension(link));
                }
            }
        }
    }

    private void meetOwnOfNewOwners(Set<String> before) {
        Set<String> added = new HashSet<>(ownerIds);
        added.removeAll(before);
        if (!added.isEmpty()) {
            store.ownOpen(tx, added.toArray(String[]::new), number -> meet(number, true, true));
        }
    }

    /**
     * An open case of hers that is an extension waits, off the phone, until its host becomes available. It did not change
     * then; what changed is the host, or what the host extends, and those may be anybody's.
     */
    private void meetOwnBelow(BitSet changed) {
        BitSet seen = (BitSet) changed.clone();
        for (int[] hosts = changed.stream().toArray(); hosts.length > 0; ) {
            NumberList next = new NumberList();
            store.extensionsOf(tx, Which.numbered(hosts), owners, (number, owned, host) -> {
                if (owned) {
                    meet(number, true, true);
                } else if (!seen.get(number) && !graph.knows(number)) {
                    seen.set(number);
                    next.add(number);
                }
            });
            hosts = next.toArray();
        }
    }

    private LoadedGraph explored() {
        while (frontier.size() > 0) {
            int[] numbers = frontier.toArray();
            frontier = new NumberList();
            look(Which.numbered(numbers));
        }
        return new LoadedGraph(graph.build(), hidden);
    }

    /** One round: what these cases point to, and what extends them. */
    private void look(Which cases) {
        store.links(tx, cases, owners, new LinkVisitor() {
            @Override
            public void visit(int source, int target, boolean extension, boolean owned, boolean open) {
                graph.link(source, target, extension);
                meet(target, owned, open);
            }

            @Override
            public void visitHidden(int source, String name) {
                hidden.hide(source, name);
            }
        });
        store.extensionsOf(tx, cases, owners, (number, owned, host) -> meet(number, owned, true));
    }

    private void meet(int number, boolean owned, boolean open) {
        if (graph.add(number, owned, open)) {
            frontier.add(number);
        }
    }
}
