// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baraza.exchange.caseactions.CaseDeed;
import org.baraza.exchange.exports.ExportPlan;
import org.baraza.exchange.exports.ExportType;
import org.baraza.exchange.imports.ImportPlan;
import org.baraza.exchange.work.Selection;

/** What somebody asked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobRequest.Upload.class, name = "upload"),
    @JsonSubTypes.Type(value = JobRequest.Download.class, name = "download"),
    @JsonSubTypes.Type(value = JobRequest.Action.class, name = "action"),
    @JsonSubTypes.Type(value = JobRequest.CaseAction.class, name = "case_action"),
    @JsonSubTypes.Type(value = JobRequest.CaseImport.class, name = "case_import"),
    @JsonSubTypes.Type(value = JobRequest.Export.class, name = "export"),
    @JsonSubTypes.Type(value = JobRequest.ExportBook.class, name = "export_book"),
    @JsonSubTypes.Type(value = JobRequest.ExportMedia.class, name = "export_media"),
    @JsonSubTypes.Type(value = JobRequest.Replay.class, name = "replay")
})
public sealed interface JobRequest {

    @JsonIgnore
    JobKind kind();

    /** Whether it only tells what would happen. */
    @JsonIgnore
    default boolean isRehearsal() {
        return switch (this) {
            case Upload upload -> upload.checkOnly();
            case CaseImport wanted -> wanted.plan().checkOnly();
            default -> false;
        };
    }

    /** Whether whoever asked for it is mailed when it is over. */
    default boolean wantsMail() {
        return switch (this) {
            case Export wanted -> wanted.mailed();
            case ExportBook wanted -> wanted.mailed();
            case ExportMedia wanted -> wanted.mailed();
            default -> false;
        };
    }

    /** What the audit tells of it beside its kind. */
    default Map<String, String> told() {
        return this instanceof CaseAction wanted ? wanted.deed().told() : Map.of();
    }

    /**
     * To do what a workbook says.
     *
     * @param checkOnly to tell only what would happen
     * @param replace whether rows of the lookup tables in it go first
     */
    record Upload(Workbook workbook, boolean checkOnly, boolean replace) implements JobRequest {
        @Override
        public JobKind kind() {
            return JobKind.upload(workbook);
        }
    }

    /** To write a workbook of what is there. */
    record Download(Workbook workbook, Selection selection) implements JobRequest {
        @Override
        public JobKind kind() {
            return JobKind.download(workbook);
        }
    }

    /**
     * To do something to all that are selected.
     *
     * @param locationId where workers are assigned to; empty where nobody is
     * @param onlyLocation whether it becomes their only one
     * @param groupId which group they are put into or taken out of; empty where they are not
     */
    record Action(BulkAction action, Selection selection, String locationId, boolean onlyLocation, String groupId)
            implements JobRequest {
        @Override
        public JobKind kind() {
            return action.kind();
        }
    }

    /** To do something to all cases that are selected, by forms. */
    record CaseAction(CaseDeed deed, Selection selection) implements JobRequest {
        @Override
        public JobKind kind() {
            return action().kind();
        }

        /** Each id once, and in order, so that jobs take the locks of cases in one order. */
        CaseAction inOrder() {
            return selection instanceof Selection.Ids(List<String> ids)
                    ? new CaseAction(
                            deed,
                            new Selection.Ids(ids.stream().distinct().sorted().toList()))
                    : this;
        }

        public BulkAction action() {
            return switch (deed) {
                case CaseDeed.Reassign _ -> BulkAction.REASSIGN_CASES;
                case CaseDeed.Close _ -> BulkAction.CLOSE_CASES;
                case CaseDeed.Edit _ -> BulkAction.EDIT_CASES;
            };
        }
    }

    /** To make and change cases as a table says. */
    record CaseImport(ImportPlan plan) implements JobRequest {
        @Override
        public JobKind kind() {
            return JobKind.CASE_IMPORT;
        }
    }

    /** To let a forwarder send again what changed from a moment on and before another. */
    record Replay(String forwarderId, Instant since, Instant until) implements JobRequest {
        @Override
        public JobKind kind() {
            return JobKind.FORWARDING_REPLAY;
        }
    }

    /**
     * To write a file of forms or cases.
     *
     * @param dailyId of the export whose kept file it becomes; empty when it is for whoever asked
     * @param mailed whether whoever asked is mailed when it is done
     */
    record Export(ExportPlan plan, String dailyId, boolean mailed) implements JobRequest {
        @Override
        public JobKind kind() {
            return plan.type() == ExportType.FORM ? JobKind.FORMS_DOWNLOAD : JobKind.CASES_DOWNLOAD;
        }
    }

    /**
     * To write the tables of several exports as one workbook.
     *
     * @param mailed whether whoever asked is mailed when it is done
     */
    record ExportBook(List<ExportPlan> plans, boolean mailed) implements JobRequest {
        public ExportBook {
            plans = List.copyOf(plans);
        }

        @Override
        public JobKind kind() {
            return JobKind.EXPORTS_DOWNLOAD;
        }
    }

    /**
     * To put the files of the forms of an export into an archive.
     *
     * @param mailed whether whoever asked is mailed when it is done
     */
    record ExportMedia(ExportPlan plan, boolean mailed) implements JobRequest {
        @Override
        public JobKind kind() {
            return JobKind.FORMS_DOWNLOAD;
        }
    }
}
