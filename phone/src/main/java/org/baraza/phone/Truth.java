// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is true of the cases of a project: all forms that count, applied one after the other, as plainly as can be. */
public final class Truth {
    private final List<Sent> forms = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();

    /** A form that the server took. */
    private static final class Sent {
        final String formId;
        final String userId;
        List<Block> blocks;
        boolean archived;

        Sent(String formId, String userId, List<Block> blocks) {
            this.formId = formId;
            this.userId = userId;
            this.blocks = blocks;
        }
    }

    /** A case as it is. */
    public static final class Case {
        private String owner = "";
        private boolean closed;
        private final Map<String, String> properties = new HashMap<>();
        private final Map<String, Block.Linked> links = new TreeMap<>();

        public String owner() {
            return owner;
        }

        public boolean isClosed() {
            return closed;
        }

        public Map<String, String> properties() {
            return properties;
        }

        /** By name. */
        public Map<String, Block.Linked> links() {
            return links;
        }
    }

    public void add(String formId, String userId, List<Block> blocks) {
        forms.add(new Sent(formId, userId, blocks));
    }

    public List<String> formIds() {
        return forms.stream().map(form -> form.formId).toList();
    }

    /** Other content takes the place of what the form said. */
    public void edit(String formId, List<Block> blocks) {
        form(formId).blocks = blocks;
    }

    public List<Block> blocks(String formId) {
        return form(formId).blocks;
    }

    public String userOf(String formId) {
        return form(formId).userId;
    }

    public boolean isArchived(String formId) {
        return form(formId).archived;
    }

    public void archive(String formId, boolean archived) {
        form(formId).archived = archived;
    }

    /** As if it had never been sent. */
    public void forget(String formId) {
        forms.removeIf(form -> form.formId.equals(formId));
    }

    private Sent form(String formId) {
        return forms.stream()
                .filter(form -> form.formId.equals(formId))
                .findFirst()
                .orElseThrow();
    }

    public void delete(String caseId, boolean gone) {
        if (gone) {
            deleted.add(caseId);
        } else {
            deleted.remove(caseId);
        }
    }

    /** Deleted cases that would be there. */
    public Set<String> deletedIds() {
        Set<String> ids = new TreeSet<>(allCases().keySet());
        ids.retainAll(deleted);
        return ids;
    }

    /** Every case that any form ever named. */
    public Set<String> everKnown() {
        Set<String> known = new TreeSet<>();
        forms.forEach(form -> form.blocks.forEach(block -> known.add(block.caseId())));
        return known;
    }

    /** The cases that are there. */
    public Map<String, Case> cases() {
        Map<String, Case> cases = allCases();
        cases.keySet().removeAll(deleted);
        return cases;
    }

    private Map<String, Case> allCases() {
        Map<String, Case> cases = new TreeMap<>();
        for (Sent form : forms) {
            if (!form.archived) {
                form.blocks.forEach(
                        block -> apply(cases.computeIfAbsent(block.caseId(), id -> new Case()), block, form));
            }
        }
        return cases;
    }

    private static void apply(Case held, Block block, Sent form) {
        if (block.create() != null) {
            held.owner = block.create().owner();
        }
        block.update().forEach((name, value) -> {
            if (name.equals("owner_id")) {
                held.owner = value;
            } else {
                held.properties.put(name, value);
            }
        });
        if (held.owner.isEmpty()) {
            held.owner = form.userId;
        }
        block.links().forEach((name, link) -> {
            if (link.target().isEmpty()) {
                held.links.remove(name);
            } else {
                held.links.put(name, link);
            }
        });
        held.closed |= block.close();
    }

    /** Ids of the cases that belong on the phone of whoever owns with these ids: the rule, until nothing changes. */
    public Set<String> live(Set<String> owners) {
        Map<String, Case> cases = cases();
        Set<String> relevant = new TreeSet<>();
        grow(
                relevant,
                () -> cases.forEach((id, held) -> {
                    if (!held.closed && owners.contains(held.owner)) {
                        relevant.add(id);
                    }
                    held.links.values().forEach(link -> {
                        if (cases.containsKey(link.target())) {
                            if (relevant.contains(id)) {
                                relevant.add(link.target());
                            }
                            if (isExtension(held, link.target()) && relevant.contains(link.target())) {
                                relevant.add(id);
                            }
                        }
                    });
                }));
        Set<String> available = new TreeSet<>();
        grow(
                available,
                () -> cases.forEach((id, held) -> {
                    if (relevant.contains(id) && !held.closed) {
                        List<String> hosts = held.links.values().stream()
                                .map(Block.Linked::target)
                                .filter(target -> cases.containsKey(target) && isExtension(held, target))
                                .toList();
                        if (hosts.isEmpty() || hosts.stream().anyMatch(available::contains)) {
                            available.add(id);
                        }
                    }
                }));
        Set<String> live = new TreeSet<>();
        grow(
                live,
                () -> cases.forEach((id, held) -> {
                    if (owners.contains(held.owner) && relevant.contains(id) && available.contains(id)) {
                        live.add(id);
                    }
                    held.links.values().forEach(link -> {
                        if (cases.containsKey(link.target())) {
                            if (live.contains(id)) {
                                live.add(link.target());
                            }
                            if (isExtension(held, link.target()) && !held.closed && live.contains(link.target())) {
                                live.add(id);
                            }
                        }
                    });
                }));
        return live;
    }

    private static boolean isExtension(Case held, String target) {
        return held.links.values().stream()
                .filter(link -> link.target().equals(target))
                .allMatch(Block.Linked::extension);
    }

    private static void grow(Set<String> set, Runnable round) {
        for (int before = -1; before < set.size(); ) {
            before = set.size();
            round.run();
        }
    }
}
