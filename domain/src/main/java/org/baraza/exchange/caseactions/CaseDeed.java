// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.caseactions;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseState;
import org.baraza.exchange.work.RowRefused;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What is done to each of many cases. Pure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "deed")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CaseDeed.Reassign.class, name = "reassign"),
    @JsonSubTypes.Type(value = CaseDeed.Close.class, name = "close"),
    @JsonSubTypes.Type(value = CaseDeed.Edit.class, name = "edit")
})
public sealed interface CaseDeed {

    /**
     * The change of a case; empty where it is so already.
     *
     * @throws RowRefused when it cannot be done to this case
     */
    Optional<CaseChange> to(CaseState before);

    /** What the form that does it is called. */
    String title();

    /** What the audit tells of it: never a value of a case. */
    Map<String, String> told();

    /** Gives the cases to another owner. */
    record Reassign(String ownerId) implements CaseDeed {
        @Override
        public Optional<CaseChange> to(CaseState before) {
            requireOpen(before);
            requireNoUser(before);
            return before.ownerId().equals(ownerId)
                    ? Optional.empty()
                    : Optional.of(CaseChange.update(before.caseId()).ownedBy(ownerId));
        }

        @Override
        public String title() {
            return "Case reassignment";
        }

        @Override
        public Map<String, String> told() {
            return Map.of("action", "reassign", "owner_id", ownerId);
        }
    }

    /** Closes the cases. */
    record Close() implements CaseDeed {
        @Override
        public Optional<CaseChange> to(CaseState before) {
            requireNoUser(before);
            return before.closed() ? Optional.empty() : Optional.of(CaseChange.close(before.caseId()));
        }

        @Override
        public String title() {
            return "Case closing";
        }

        @Override
        public Map<String, String> told() {
            return Map.of("action", "close");
        }
    }

    /**
     * Gives custom properties of the cases other values; an empty value empties.
     *
     * @param properties by their names
     */
    record Edit(Map<String, String> properties) implements CaseDeed {
        private static final int MOST_PROPERTIES = 20;
        /** So long that a hundred cases are no longer than a form may be. */
        private static final int LONGEST = 10_000;

        /** What forms set of a case under names that no custom property can have. */
        private static final Set<String> FIELDS = Set.of(
                "case_id",
                "case_type",
                "case_name",
                "name",
                "owner_id",
                "external_id",
                "date_opened",
                "location_id",
                "user_id",
                "date_modified");

        public Edit {
            properties = Map.copyOf(properties);
        }

        /** Refuses what no case could take. */
        public void check() {
            if (properties.size() > MOST_PROPERTIES
                    || properties.values().stream().mapToInt(String::length).sum() > LONGEST) {
                throw refused(
                        "TOO_MUCH",
                        "At most " + MOST_PROPERTIES + " properties, with at most 10,000 characters in all.");
            }
            properties.keySet().stream()
                    .filter(FIELDS::contains)
                    .sorted()
                    .findFirst()
                    .ifPresent(field -> {
                        throw refused(
                                "NO_CUSTOM_PROPERTY", field + " is no custom property; it cannot be edited in bulk.");
                    });
            CaseChange.update("").set(properties);
        }

        /** What ties the case of a user to her account. */
        private static boolean isOfTheAccount(String property) {
            return property.equals("hq_user_id") || property.startsWith("commcare_");
        }

        private static Refused refused(String code, String message) {
            return new Refused(Problem.Invalid.field("caseProperties", code, message));
        }

        @Override
        public Optional<CaseChange> to(CaseState before) {
            requireOpen(before);
            if (properties.keySet().stream().anyMatch(Edit::isOfTheAccount)) {
                requireNoUser(before);
            }
            boolean same = properties.entrySet().stream()
                    .allMatch(wanted -> before.properties()
                            .getOrDefault(wanted.getKey(), "")
                            .equals(wanted.getValue()));
            return same
                    ? Optional.empty()
                    : Optional.of(CaseChange.update(before.caseId()).set(properties));
        }

        @Override
        public String title() {
            return "Case edit";
        }

        @Override
        public Map<String, String> told() {
            return Map.of(
                    "action",
                    "edit",
                    "properties",
                    String.join(", ", properties.keySet().stream().sorted().toList()));
        }
    }

    private static void requireOpen(CaseState state) {
        if (state.closed()) {
            throw new RowRefused("", "CASE_CLOSED", "This case is closed.");
        }
    }

    /** The case of a user is opened, closed and owned as her account says. */
    private static void requireNoUser(CaseState state) {
        if (state.type().equals("commcare-user")) {
            throw new RowRefused("", "USER_CASE", "This case belongs to the account of a user.");
        }
    }
}
