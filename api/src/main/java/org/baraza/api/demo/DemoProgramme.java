// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.UUID;
import org.baraza.api.demo.DemoForms.NewCase;
import org.baraza.api.demo.DemoForms.Visit;

/**
 * What two community health workers did in the last two weeks: households, their people, visits. The same every time but
 * for the dates, which end now.
 */
final class DemoProgramme {
    private static final int DAYS = 14;
    private static final int HOUSEHOLDS_EACH = 8;
    private static final List<String> FAMILIES = List.of(
            "Achieng", "Barasa", "Chebet", "Dida", "Ekai", "Fundi", "Gitau", "Hassan", "Imani", "Juma", "Kamau",
            "Lokwang", "Mutua", "Njeri", "Otieno", "Wafula");
    private static final List<String> GIVEN = List.of(
            "Zawadi", "Neema", "Baraka", "Pendo", "Rehema", "Tumaini", "Subira", "Faraja", "Amani", "Furaha", "Jabali",
            "Malaika", "Salama", "Upendo", "Wema", "Zuri");
    private static final List<String> VILLAGES = List.of("Kisima", "Maji Mazuri", "Ol Keri", "Shimoni");

    private final Random random = new Random(2024);
    private final Instant now;
    private final List<Sent> sent = new ArrayList<>();

    private DemoProgramme(Instant now) {
        this.now = now;
    }

    /** A form and when it arrived. */
    record Sent(byte[] xml, Instant at) {}

    /** A worker of the programme. */
    record Worker(String userId, String username) {}

    /** The forms of all workers, in the order of their arrival. */
    static List<Sent> forms(List<Worker> workers, Instant now) {
        DemoProgramme programme = new DemoProgramme(now);
        for (int i = 0; i < workers.size() * HOUSEHOLDS_EACH; i++) {
            programme.household(i, workers.get(i % workers.size()));
        }
        return programme.sent.stream().sorted(Comparator.comparing(Sent::at)).toList();
    }

    private void household(int number, Worker worker) {
        String family = FAMILIES.get(number % FAMILIES.size());
        String village = VILLAGES.get(random.nextInt(VILLAGES.size()));
        String householdId = id("household", number);
        int size = 1 + random.nextInt(3);
        Instant registered = now.minus(Duration.ofDays(DAYS)).plus(Duration.ofMinutes(random.nextInt(60 * 24 * 5)));
        SequencedMap<String, String> about = values("village", village, "people", String.valueOf(size + 1));
        send(
                worker,
                registered,
                (visit) -> DemoForms.registration(
                        visit, "Register household", new NewCase(householdId, "household", family, "", about)));
        for (int person = 0; person < size; person++) {
            patient(
                    number * 10 + person,
                    family,
                    village,
                    householdId,
                    worker,
                    registered.plusSeconds(900L * (person + 1)));
        }
    }

    private void patient(
            int number, String family, String village, String householdId, Worker worker, Instant registered) {
        String patientId = id("patient", number);
        boolean child = random.nextBoolean();
        String name = GIVEN.get(random.nextInt(GIVEN.size())) + " " + family;
        int age = child ? 1 + random.nextInt(5) : 18 + random.nextInt(40);
        SequencedMap<String, String> about = values(
                "village",
                village,
                "age",
                String.valueOf(age),
                "sex",
                random.nextBoolean() ? "female" : "male",
                "risk",
                "low");
        send(
                worker,
                registered,
                (visit) -> DemoForms.registration(
                        visit, "Register patient", new NewCase(patientId, "patient", name, householdId, about)));
        Instant visited = registered;
        int visits = 1 + random.nextInt(4);
        for (int i = 0; i < visits; i++) {
            visited = visited.plus(Duration.ofMinutes(60L * 20 + random.nextInt(60 * 60)));
            if (visited.isAfter(now)) {
                return;
            }
            SequencedMap<String, String> findings = findings(child, i);
            boolean recovered = i == 3 && random.nextInt(3) == 0;
            send(worker, visited, (visit) -> DemoForms.visit(visit, "Home visit", patientId, findings, recovered));
        }
    }

    private SequencedMap<String, String> findings(boolean child, int visit) {
        String fever = random.nextInt(4) == 0 ? "yes" : "no";
        SequencedMap<String, String> findings = values(
                "visits", String.valueOf(visit + 1), "fever", fever, "risk", fever.equals("yes") ? "high" : "low");
        if (child) {
            findings.put("muac_mm", String.valueOf(112 + random.nextInt(40)));
        } else {
            findings.put("blood_pressure", (100 + random.nextInt(50)) + "/" + (60 + random.nextInt(35)));
        }
        return findings;
    }

    /** Writes the form of one visit. */
    private interface FormOf {
        byte[] xml(Visit visit);
    }

    private void send(Worker worker, Instant at, FormOf form) {
        Visit visit = new Visit(id("form", sent.size()), worker.userId(), worker.username(), at);
        sent.add(new Sent(form.xml(visit), at));
    }

    /** The same ids on every server, so that guides can name them. */
    private static String id(String kind, int number) {
        return UUID.nameUUIDFromBytes(("demo-" + kind + "-" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static SequencedMap<String, String> values(String... keysAndValues) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return values;
    }
}
