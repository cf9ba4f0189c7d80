// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppCopy;
import org.baraza.apps.model.AppExport;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.EngineVersion;
import org.baraza.apps.model.ImportNotice;
import org.baraza.apps.model.NotAnApp;
import org.baraza.dictionary.Dictionary;
import org.baraza.dictionary.Learning;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.PagesByParent;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Finding;
import org.baraza.xpath.Names;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The working copies of the project in scope. Reading needs {@code view_apps} or {@code edit_apps}, changing needs {@code
 * edit_apps}. Nothing is lost by deleting: versions stay on their phones, and the app can be brought back.
 */
public final class Apps {
    private static final int LONGEST_EXPRESSION = 20_000;

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final AppStore store = new AppStore();
    private final VersionStore versions = new VersionStore();
    private final Learning dictionary = new Learning();

    public Apps(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Apps that are not deleted, by name. */
    public Page<AppSummary> list(ProjectAccess who, String search, PageRequest page) {
        maySee(who);
        return transactions.read(tx -> store.page(tx, search, page));
    }

    /** All that are not deleted, by name: what a script asks for at once. */
    public List<AppSummary> all(ProjectAccess who) {
        maySee(who);
        return transactions.read(store::summaries);
    }

    /** All that are not deleted, with their content, in the order in which they were made; also for programs that may ask for nothing but data. */
    public List<WorkingCopy> structure(ProjectAccess who) {
        maySeeStructure(who);
        return transactions.read(store::all);
    }

    /** All that are not deleted, without their content; also for programs that may ask for nothing but data. */
    public List<AppSummary> structures(ProjectAccess who) {
        maySeeStructure(who);
        return transactions.read(store::summaries);
    }

    /** Those of the apps that exist, with their content; also for programs that may ask for nothing but data. */
    public Map<String, WorkingCopy> structures(ProjectAccess who, Collection<String> appIds) {
        maySeeStructure(who);
        return transactions.read(tx -> store.read(tx, appIds));
    }

    /** As {@link #readAny}, also for programs that may ask for nothing but data. */
    public Optional<WorkingCopy> structure(ProjectAccess who, String id) {
        maySeeStructure(who);
        return transactions.read(tx -> any(tx, id));
    }

    /**
     * How many menus of working copies are about each type of cases; for whoever may read the data dictionary. One document is
     * in memory at a time.
     */
    public Map<String, Integer> menusByCaseType(ProjectAccess who) {
        Dictionary.mayRead(who);
        Map<String, Integer> counts = new HashMap<>();
        for (String appId : transactions.read(store::ids)) {
            transactions.read(tx -> store.document(tx, appId)).stream()
                    .flatMap(document -> App.of(document).modules().stream())
                    .map(AppModule::caseType)
                    .filter(type -> !type.isEmpty())
                    .forEach(type -> counts.merge(type, 1, Integer::sum));
        }
        return counts;
    }

    static void maySeeStructure(ProjectAccess who) {
        if (!who.may(Permission.ACCESS_API)) {
            maySee(who);
        }
    }

    /** Also when it is deleted. */
    public Optional<AppSummary> find(ProjectAccess who, String appId) {
        maySee(who);
        return transactions.read(tx -> store.find(tx, appId));
    }

    /** With its content; also when it is deleted. */
    public Optional<WorkingCopy> read(ProjectAccess who, String appId) {
        maySee(who);
        return transactions.read(tx -> store.read(tx, appId));
    }

    /** Those of the apps that exist, with their content; deleted ones too. */
    public Map<String, WorkingCopy> read(ProjectAccess who, Collection<String> appIds) {
        maySee(who);
        return transactions.read(tx -> store.read(tx, appIds));
    }

    /** A working copy that is there or, under the id of a version, that version as it was built. */
    public Optional<WorkingCopy> readAny(ProjectAccess who, String id) {
        maySee(who);
        return transactions.read(tx -> any(tx, id));
    }

    private Optional<WorkingCopy> any(Tx tx, String id) {
        return store.read(tx, id).filter(copy -> !copy.summary().deleted()).or(() -> versions.content(tx, id));
    }

    /** The XForm of a form as its builder left it. */
    public Optional<String> source(ProjectAccess who, String appId, String formId) {
        maySee(who);
        return transactions.read(tx -> store.source(tx, appId, formId));
    }

    /** What was done to each of the apps, newest first. */
    public Map<String, Page<AppEdit>> edits(ProjectAccess who, Collection<String> appIds, PageRequest page) {
        maySee(who);
        return transactions.read(tx ->
                PagesByParent.of(appIds, store.edits(tx, appIds, page), page, () -> store.editCounts(tx, appIds)));
    }

    /** What is wrong with an expression wherever it stands, in the order of its text; at most 20,000 characters. */
    public List<Finding> findings(ProjectAccess who, String expression) {
        maySee(who);
        if (expression.length() > LONGEST_EXPRESSION) {
            throw new Refused(Problem.Invalid.field(
                    "expression",
                    "TOO_LONG",
                    "An expression has at most " + LONGEST_EXPRESSION + " characters; this one has "
                            + expression.length() + "."));
        }
        return expression.isBlank() ? List.of() : Expressions.check(expression, Names.UNKNOWN);
    }

    static void maySee(ProjectAccess who) {
        who.requireEither(Permission.EDIT_APPS, Permission.VIEW_APPS);
    }

    /** An app without menus, in one language. */
    public WorkingCopy create(ProjectAccess who, String name, String language) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("doc_type", "Application");
        document.putArray("langs").add(language);
        document.put("secure_submissions", true);
        document.put("cloudcare_enabled", true);
        document.put("vellum_case_management", true);
        document.putArray("modules");
        return add(who, name, document, Map.of(), "app.created");
    }

    /** What an import came to. */
    public record Imported(WorkingCopy app, List<ImportNotice> notices) {}

    /** Takes in an app's source, of this server or of CommCare HQ, as a new app. */
    public Imported importApp(ProjectAccess who, String name, JsonNode source) {
        who.require(Permission.EDIT_APPS);
        try {
            AppImport.Imported read = AppImport.read(source, Apps::newId);
            return new Imported(add(who, name, read.document(), read.sources(), "app.imported"), read.notices());
        } catch (NotAnApp e) {
            throw new Refused(Problem.Invalid.field("document", "NOT_AN_APP", String.valueOf(e.getMessage()) + "."));
        }
    }

    /** A new app with the content of another, with fresh ids of its forms. */
    public WorkingCopy copy(ProjectAccess who, String appId, String name) {
        who.require(Permission.EDIT_APPS);
        WorkingCopy of = read(who, appId).orElseThrow(Apps::unknown);
        try {
            AppImport.Imported copy = AppCopy.of(of.document(), of.formSources(), name, true, Apps::newId);
            return add(who, name, copy.document(), copy.sources(), "app.copied");
        } catch (NotAnApp impossible) {
            throw new IllegalStateException("an app of ours cannot be read", impossible);
        }
    }

    /** An app that was copied from another project. */
    WorkingCopy addCopy(ProjectAccess who, String name, ObjectNode document, Map<String, String> sources) {
        return add(who, name, document, sources, "app.copied");
    }

    private WorkingCopy add(
            ProjectAccess who, String name, ObjectNode document, Map<String, String> sources, String action) {
        who.require(Permission.EDIT_APPS);
        String called = AppNames.checked(name);
        Instant now = clock.instant();
        String appId = newId();
        document.put("_id", appId);
        document.put("domain", who.projectName());
        document.put("name", called);
        document.put("version", 1);
        document.putObject("build_spec")
                .put("version", EngineVersion.USUAL.toString())
                .putNull("build_number")
                .put("latest", true);
        WorkingCopy made = new WorkingCopy(
                new AppSummary(appId, called, 1, now, now, who.actor().userId(), null), document, sources);
        transactions.writing(tx -> {
            store.insert(tx, who.project(), made);
            store.note(tx, who.project(), made.summary(), action, List.of());
            dictionary.ofApp(tx, who.project(), CaseWords.of(made.app()));
            record(tx, who, action, appId);
        });
        return made;
    }

    /** The document to hand out, with the sources of its forms; of an app or of a version. */
    public Optional<ObjectNode> export(ProjectAccess who, String id) {
        return readAny(who, id).map(copy -> AppExport.source(copy.document(), copy.formSources(), Apps::newId));
    }

    /** Takes an app from the lists and from phones that look for updates. */
    public void delete(ProjectAccess who, String appId) {
        who.require(Permission.EDIT_APPS);
        transactions.writing(tx -> {
            if (!known(tx, appId).deleted()) {
                store.setDeleted(tx, appId, clock.instant());
                record(tx, who, "app.deleted", appId);
            }
        });
    }

    /** Brings a deleted app back as it was. */
    public AppSummary undelete(ProjectAccess who, String appId) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            if (known(tx, appId).deleted()) {
                store.restore(tx, appId);
                record(tx, who, "app.undeleted", appId);
            }
            return known(tx, appId);
        });
    }

    private AppSummary known(Tx tx, String appId) {
        return store.find(tx, appId).orElseThrow(Apps::unknown);
    }

    private void record(Tx tx, ProjectAccess who, String action, String appId) {
        audit.record(tx, who, AuditEntry.of(action, "app", appId));
    }

    static Refused unknown() {
        return new Refused(new Problem.NotFound("app"));
    }

    /** For short links: 48 random bits. */
    static String newCode() {
        return newId().substring(0, 12);
    }

    static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
