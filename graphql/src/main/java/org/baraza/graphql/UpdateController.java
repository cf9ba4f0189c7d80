// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.devices.AppPrompts;
import org.baraza.devices.Prompt;
import org.baraza.devices.RecoveryMeasure;
import org.baraza.devices.RecoveryMeasures;
import org.baraza.devices.UpdatePrompts;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What phones are told to install, and to do when an app broke. */
@Controller
final class UpdateController {
    private final Entrance entrance;
    private final UpdatePrompts prompts;
    private final RecoveryMeasures measures;

    UpdateController(Entrance entrance, UpdatePrompts prompts, RecoveryMeasures measures) {
        this.entrance = entrance;
        this.prompts = prompts;
        this.measures = measures;
    }

    /** Settings in the words of the schema. */
    record PromptsNode(
            String appId,
            Prompt commcarePrompt,
            @Nullable String commcareVersion,
            Prompt appPrompt,
            @Nullable Integer appVersion,
            Instant changedOn) {
        static PromptsNode of(AppPrompts prompts) {
            return new PromptsNode(
                    prompts.appId(),
                    prompts.client(),
                    prompts.clientVersion(),
                    prompts.app(),
                    prompts.appVersion(),
                    Optional.ofNullable(prompts.changedOn()).orElseThrow());
        }
    }

    /** A measure in the words of the schema. */
    record MeasureNode(
            int sequenceNumber,
            String appId,
            RecoveryMeasure.Kind kind,
            @Nullable Integer appVersionMin,
            @Nullable Integer appVersionMax,
            @Nullable String commcareVersionMin,
            @Nullable String commcareVersionMax,
            String note,
            Instant createdOn) {
        static MeasureNode of(RecoveryMeasure measure) {
            RecoveryMeasure.Wish wish = measure.wish();
            return new MeasureNode(
                    measure.number(),
                    wish.appId(),
                    wish.kind(),
                    wish.appMin(),
                    wish.appMax(),
                    wish.clientMin(),
                    wish.clientMax(),
                    measure.note(),
                    measure.createdOn());
        }
    }

    /** What the phones of an app shall be told. */
    record PromptWish(
            String project,
            String appId,
            Prompt commcarePrompt,
            @Nullable String commcareVersion,
            Prompt appPrompt,
            @Nullable Integer appVersion) {}

    /** A measure to be added. */
    record Addition(
            String project,
            String appId,
            RecoveryMeasure.Kind kind,
            @Nullable Integer appVersionMin,
            @Nullable Integer appVersionMax,
            @Nullable String commcareVersionMin,
            @Nullable String commcareVersionMax,
            @Nullable String note) {}

    /** A measure that goes. */
    record Removal(String project, int sequenceNumber) {}

    /** What came of it. */
    record PromptsPayload(@Nullable PromptsNode appUpdatePrompts, List<UserError> userErrors) {}

    /** What came of it. */
    record MeasurePayload(@Nullable MeasureNode recoveryMeasure, List<UserError> userErrors) {}

    /** Whether it is gone. */
    record RemovalPayload(List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "appUpdatePrompts")
    List<PromptsNode> prompts(ProjectNode project) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> prompts.list(access)).stream()
                .map(PromptsNode::of)
                .toList();
    }

    @SchemaMapping(typeName = "Project", field = "recoveryMeasures")
    List<MeasureNode> measures(ProjectNode project) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> measures.list(access)).stream()
                .map(MeasureNode::of)
                .toList();
    }

    @MutationMapping
    PromptsPayload setAppUpdatePrompts(@Argument PromptWish input) {
        AppPrompts wanted = new AppPrompts(
                input.appId, input.commcarePrompt, input.commcareVersion, input.appPrompt, input.appVersion, null);
        return Attempt.in(
                entrance, input.project, access -> PromptsNode.of(prompts.set(access, wanted)), PromptsPayload::new);
    }

    @MutationMapping
    MeasurePayload addRecoveryMeasure(@Argument Addition input) {
        RecoveryMeasure.Wish wish = new RecoveryMeasure.Wish(
                input.appId,
                input.kind,
                input.appVersionMin,
                input.appVersionMax,
                input.commcareVersionMin,
                input.commcareVersionMax);
        String note = input.note == null ? "" : input.note;
        return Attempt.in(
                entrance,
                input.project,
                access -> MeasureNode.of(measures.add(access, wish, note)),
                MeasurePayload::new);
    }

    @MutationMapping
    RemovalPayload removeRecoveryMeasure(@Argument Removal input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    measures.remove(access, input.sequenceNumber);
                    return true;
                },
                (_, errors) -> new RemovalPayload(errors));
    }
}
