// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.baraza.forwarding.ForwarderTypes;
import org.baraza.forwarding.Previews;
import org.baraza.forwarding.Previews.Plan;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.Transformation;
import org.baraza.graphql.ForwardingController.FormatNode;
import org.baraza.graphql.ForwardingController.PayloadNode;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is sent as people say, and what would be. */
@Controller
final class TransformationController {
    private final ForwarderTypes types;
    private final Previews previews;

    TransformationController(ForwarderTypes types, Previews previews) {
        this.types = types;
        this.previews = previews;
    }

    /** A forwarder as it might be. */
    record Wanted(
            String type,
            @Nullable String format,
            String script,
            List<String> xmlnses,
            List<String> caseTypes,
            List<String> excludedUserIds,
            int first) {
        private Plan plan() {
            ForwarderOptions usual = ForwarderOptions.usual();
            return new Plan(
                    type,
                    format == null ? "" : format,
                    script,
                    new ForwarderOptions(
                            usual.includeAppId(),
                            Set.copyOf(xmlnses),
                            Set.copyOf(caseTypes),
                            Set.copyOf(excludedUserIds),
                            usual.retryAllErrors(),
                            usual.backOffCodes(),
                            usual.snapshot(),
                            usual.concurrency(),
                            usual.requestsPerSecond()));
        }
    }

    /** What it would send. */
    record PreviewNode(List<Flaw> flaws, List<DocumentNode> documents) {}

    /** What it would send of a document. */
    record DocumentNode(String id, Instant at, boolean nothing, PayloadNode payload) {
        static DocumentNode of(Previews.Document document) {
            return new DocumentNode(
                    document.id(),
                    document.at(),
                    document.nothing(),
                    new PayloadNode(
                            document.payload().contentType(),
                            document.payload().text(),
                            document.payload().problem().orElse(null)));
        }
    }

    @SchemaMapping(typeName = "ForwardingFormat", field = "language")
    @Nullable
    String language(FormatNode format) {
        return types.transformation(format.slug()).map(Transformation::language).orElse(null);
    }

    @SchemaMapping(typeName = "ForwardingFormat", field = "example")
    @Nullable
    String example(FormatNode format) {
        return types.transformation(format.slug()).map(Transformation::example).orElse(null);
    }

    @SchemaMapping(typeName = "Project", field = "forwardingPreview")
    PreviewNode preview(ProjectNode project, @Argument Wanted input) {
        ProjectAccess access = project.access();
        Previews.Preview preview = InProject.scoped(access, () -> previews.of(access, input.plan(), input.first));
        return new PreviewNode(
                preview.flaws(),
                preview.documents().stream().map(DocumentNode::of).toList());
    }
}
