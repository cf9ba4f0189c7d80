// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.baraza.phone.Block;
import org.baraza.phone.Payload;
import org.jspecify.annotations.Nullable;

/** Ways in which a server could get syncs wrong, each as a seam that makes an honest one look like it. */
final class Mutants {
    private Mutants() {}

    static Map<String, Seam> all() {
        Map<String, Seam> all = new LinkedHashMap<>();
        all.put("a new case is left out", payloads(payload -> {
            Optional<Block> first = payload.blocks().stream()
                    .filter(block -> block.create() != null)
                    .findFirst();
            return each(
                    payload, block -> first.filter(block::equals).isPresent() ? Optional.empty() : Optional.of(block));
        }));
        all.put("a case of somebody else comes along", payloads(payload -> {
            List<Block> more = new ArrayList<>(payload.blocks());
            more.add(Block.of("stranger").creating("thing", "Name", payload.userId()));
            return with(payload, more);
        }));
        all.put(
                "a change made elsewhere is not told",
                blocks(block -> block.create() == null, block -> Optional.empty()));
        all.put(
                "what the phone lacks is told as a change",
                blocks(
                        block -> block.create() != null,
                        block -> Optional.of(
                                new Block(block.caseId(), null, block.update(), block.links(), block.close()))));
        all.put(
                "removed links are not named",
                links(links -> links.values().removeIf(link -> link.target().isEmpty())));
        all.put("no link is told", links(Map::clear));
        all.put(
                "extensions are told as children",
                links(links ->
                        links.replaceAll((name, link) -> new Block.Linked(link.caseType(), link.target(), false))));
        all.put(
                "children are told as extensions",
                links(links -> links.replaceAll((name, link) -> new Block.Linked(
                        link.caseType(), link.target(), !link.target().isEmpty()))));
        all.put("a new owner is not told", updates(update -> update.remove("owner_id")));
        all.put("a new value is not told", updates(update -> update.remove("n")));
        all.put(
                "what a case has no more is not told",
                updates(update -> update.values().removeIf(String::isEmpty)));
        all.put(
                "a close elsewhere is forgotten",
                blocks(
                        block -> block.create() == null && block.close(),
                        block -> Optional.of(new Block(block.caseId(), null, block.update(), block.links(), false))));
        all.put(
                "closed parents come as open ones",
                blocks(
                        block -> block.create() != null && block.close(),
                        block -> Optional.of(
                                new Block(block.caseId(), block.create(), block.update(), block.links(), false))));
        all.put(
                "the groups are forgotten",
                payloads(payload -> new Payload(payload.restoreId(), payload.userId(), List.of(), payload.blocks())));
        all.put("the hash is another one", new Seam() {
            @Override
            public String state(String said) {
                return said.length() < 6 ? said + "0" : said.substring(0, said.length() - 1) + "z";
            }
        });
        all.put("what a phone sent is echoed", new Seam() {
            @Override
            public @Nullable String token(@Nullable String named) {
                return null;
            }
        });
        all.put("a form counts for another sync", new Seam() {
            private @Nullable String first;

            @Override
            public @Nullable String token(@Nullable String named) {
                first = first == null ? named : first;
                return first;
            }
        });
        all.put("a form is lost", new Seam() {
            @Override
            public boolean losesForms() {
                return true;
            }
        });
        all.put("archives and edits change nothing", new Seam() {
            @Override
            public boolean hidesDeskWork() {
                return true;
            }
        });
        all.put("groups and places own nothing", new Seam() {
            @Override
            public Set<String> owners(Set<String> owners) {
                return new TreeSet<>(owners).size() > 1
                        ? Set.of(owners.iterator().next())
                        : owners;
            }
        });
        return all;
    }

    private static Seam payloads(UnaryOperator<Payload> spoilt) {
        return new Seam() {
            @Override
            public Payload payload(Payload told) {
                return spoilt.apply(told);
            }
        };
    }

    private static Seam blocks(Predicate<Block> which, Function<Block, Optional<Block>> spoilt) {
        return payloads(
                payload -> each(payload, block -> which.test(block) ? spoilt.apply(block) : Optional.of(block)));
    }

    private static Seam links(Consumer<Map<String, Block.Linked>> spoil) {
        return blocks(block -> !block.links().isEmpty(), block -> {
            Map<String, Block.Linked> links = new LinkedHashMap<>(block.links());
            spoil.accept(links);
            return Optional.of(new Block(block.caseId(), block.create(), block.update(), links, block.close()));
        });
    }

    private static Seam updates(Consumer<Map<String, String>> spoil) {
        return blocks(block -> block.create() == null, block -> {
            Map<String, String> update = new LinkedHashMap<>(block.update());
            spoil.accept(update);
            return Optional.of(new Block(block.caseId(), null, update, block.links(), block.close()));
        });
    }

    private static Payload each(Payload payload, Function<Block, Optional<Block>> spoilt) {
        return with(
                payload,
                payload.blocks().stream()
                        .flatMap(block -> spoilt.apply(block).stream())
                        .toList());
    }

    private static Payload with(Payload payload, List<Block> blocks) {
        return new Payload(payload.restoreId(), payload.userId(), payload.groups(), blocks);
    }
}
