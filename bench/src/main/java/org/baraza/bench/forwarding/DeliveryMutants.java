// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.baraza.bench.forwarding.Receiver.Taken;

/** Spoils what a receiver took in ways that a broken server would, and wants the judge to notice each. */
final class DeliveryMutants {
    private DeliveryMutants() {}

    /** How the books are spoilt. */
    private interface Spoiling extends BiConsumer<List<Taken>, Map<String, String>> {}

    /** How many are tried. */
    static int count() {
        return all(new SplittableRandom(0)).size();
    }

    /** Those that the judge did not notice. */
    static List<String> unnoticed(List<Taken> taken, Map<String, String> casesByForm, long seed) {
        List<String> unnoticed = new ArrayList<>();
        all(new SplittableRandom(seed)).forEach((name, spoiling) -> {
            List<Taken> spoilt = new ArrayList<>(taken);
            Map<String, String> books = new HashMap<>(casesByForm);
            spoiling.accept(spoilt, books);
            if (DeliveryJudge.complaints(spoilt, books).isEmpty()) {
                unnoticed.add(name);
            }
        });
        return unnoticed;
    }

    private static Map<String, Spoiling> all(SplittableRandom random) {
        Map<String, Spoiling> all = new LinkedHashMap<>();
        all.put("a form was never sent", (taken, _) -> drop(taken, "forms", random));
        all.put("all of a form's deliveries are another's", (taken, _) -> {
            Taken one = some(taken, "forms", random);
            taken.replaceAll(
                    each -> each.document().equals(one.document()) ? of(each, each.deliveryId(), "x", 0) : each);
        });
        all.put(
                "a form that was never taken came",
                (taken, books) -> books.remove(some(taken, "forms", random).document()));
        all.put(
                "a form that was taken never came",
                (_, books) -> books.put("lost", books.values().iterator().next()));
        all.put("a form came again under another id", (taken, _) -> {
            Taken one = some(taken, "forms", random);
            taken.add(of(one, "another", one.document(), 0));
        });
        all.put("a case's change was never sent", (taken, _) -> drop(taken, "cases", random));
        all.put("a case's change came under two ids", (taken, _) -> {
            Taken one = taken.reversed().stream()
                    .filter(each -> each.place().equals("cases"))
                    .findFirst()
                    .orElseThrow();
            taken.add(of(one, "another", one.document(), one.step()));
        });
        all.put("a case went back", (taken, _) -> {
            Taken one = furthest(taken);
            taken.add(of(one, one.deliveryId(), one.document(), one.step() - 1));
        });
        all.put("a case began with its last state", (taken, _) -> {
            Taken one = furthest(seenOnItsWay(taken));
            taken.remove(one);
            taken.addFirst(one);
        });
        all.put("a case never came to its last state", (taken, _) -> {
            Taken one = furthest(taken);
            taken.replaceAll(each -> each.document().equals(one.document()) && each.step() == one.step()
                    ? of(each, each.deliveryId(), each.document(), each.step() - 1)
                    : each);
        });
        all.put("one delivery id is of two documents", (taken, _) -> {
            Taken one = some(taken, "cases", random);
            taken.add(of(one, one.deliveryId(), "another", 1));
        });
        all.put("nothing came", (taken, _) -> taken.clear());
        return all;
    }

    private static void drop(List<Taken> taken, String place, SplittableRandom random) {
        String id = some(taken, place, random).deliveryId();
        taken.removeIf(one -> one.deliveryId().equals(id));
    }

    private static Taken some(List<Taken> taken, String place, SplittableRandom random) {
        List<Taken> there =
                taken.stream().filter(one -> one.place().equals(place)).toList();
        return there.get(random.nextInt(there.size()));
    }

    private static Taken furthest(List<Taken> taken) {
        return taken.stream()
                .filter(one -> one.place().equals("cases"))
                .max(Comparator.comparingInt(Taken::step))
                .orElseThrow();
    }

    /**
     * Cases that came in more than one state. After an outage every delivery of a case carries its state of now, and
     * of such deliveries none can be said to come too soon.
     */
    private static List<Taken> seenOnItsWay(List<Taken> taken) {
        Map<String, Set<Integer>> steps = new HashMap<>();
        taken.forEach(one -> steps.computeIfAbsent(one.document(), document -> new HashSet<>())
                .add(one.step()));
        return taken.stream()
                .filter(one -> steps.getOrDefault(one.document(), Set.of()).size() > 1)
                .toList();
    }

    private static Taken of(Taken one, String id, String document, int step) {
        return new Taken(one.place(), id, document, step, one.nanos());
    }
}
