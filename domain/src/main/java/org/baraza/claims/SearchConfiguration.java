// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.baraza.claims.SearchSettings.FuzzyProperty;
import org.baraza.claims.SearchSettings.IgnoredPattern;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** Reads and changes what a project decided about its case search. */
public final class SearchConfiguration {
    private static final int MOST_ENTRIES = 500;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATTERN = 200;

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final SearchSettingsStore store = new SearchSettingsStore();

    public SearchConfiguration(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Needs {@code edit_data}. */
    public SearchSettings get(ProjectAccess access) {
        access.require(Permission.EDIT_DATA);
        return transactions.read(store::find);
    }

    /** Replaces all of it. Needs {@code edit_data}. */
    public SearchSettings update(ProjectAccess access, SearchSettings wanted) {
        access.require(Permission.EDIT_DATA);
        List<FieldError> errors = errors(wanted);
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        return transactions.write(tx -> {
            requirePatterns(tx, wanted);
            store.save(tx, wanted, clock.instant());
            audit.record(
                    tx,
                    access,
                    AuditEntry.of("case_search.changed", "project", access.projectName())
                            .with("enabled", Boolean.toString(wanted.enabled())));
            return wanted;
        });
    }

    private static List<FieldError> errors(SearchSettings wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.fuzzy().size() > MOST_ENTRIES || wanted.ignored().size() > MOST_ENTRIES) {
            errors.add(new FieldError("", "TOO_MANY", "A list has at most " + MOST_ENTRIES + " entries."));
        }
        for (FuzzyProperty entry : wanted.fuzzy()) {
            requireNames(errors, "fuzzyProperties", entry.caseType(), entry.property());
        }
        for (IgnoredPattern entry : wanted.ignored()) {
            requireNames(errors, "ignorePatterns", entry.caseType(), entry.property());
            if (entry.pattern().isEmpty() || entry.pattern().length() > LONGEST_PATTERN) {
                errors.add(new FieldError(
                        "ignorePatterns.pattern",
                        "BAD_LENGTH",
                        "A pattern has 1 to " + LONGEST_PATTERN + " characters."));
            }
        }
        return errors;
    }

    private static void requireNames(List<FieldError> errors, String field, String caseType, String property) {
        if (isNoName(caseType) || isNoName(property)) {
            errors.add(new FieldError(
                    field, "BAD_LENGTH", "A case type or property has 1 to " + LONGEST_NAME + " characters."));
        }
    }

    private static boolean isNoName(String name) {
        return name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0;
    }

    private void requirePatterns(Tx tx, SearchSettings wanted) {
        for (IgnoredPattern entry : wanted.ignored()) {
            if (entry.pattern().indexOf('\0') >= 0 || !store.isPattern(tx, entry.pattern())) {
                throw new Refused(Problem.Invalid.field(
                        "ignorePatterns.pattern",
                        "BAD_PATTERN",
                        "\"" + entry.pattern() + "\" is not a regular expression."));
            }
        }
    }
}
