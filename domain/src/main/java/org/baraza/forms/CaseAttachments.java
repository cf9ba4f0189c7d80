// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.Cases;
import org.baraza.cases.TransactionType;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.xml.XmlElement;

/**
 * The files that forms gave to cases. None is kept twice: the last form of the case that names the file says which of its own
 * attachments it is, or that it is gone. Needs what reading cases and forms needs.
 */
public final class CaseAttachments {
    private static final int STEPS_AT_ONCE = 100;

    private final Cases cases;
    private final Forms forms;

    public CaseAttachments(Cases cases, Forms forms) {
        this.cases = cases;
        this.forms = forms;
    }

    /** The file that the case has by that name. */
    public Optional<FormAttachment> find(ProjectAccess access, String caseId, String name) {
        if (cases.get(access, caseId).isEmpty()) {
            return Optional.empty();
        }
        String after = "";
        while (true) {
            Page<CaseTransaction> page = cases.formSteps(
                            access, List.of(caseId), new PageRequest(STEPS_AT_ONCE, after, false))
                    .getOrDefault(caseId, new Page<>(List.of(), false, OptionalLong.empty()));
            for (CaseTransaction step : page.items()) {
                Optional<XmlElement> named = named(access, step, name);
                if (named.isPresent()) {
                    return file(access, step, named.get());
                }
            }
            if (!page.more()) {
                return Optional.empty();
            }
            after = page.items().getLast().cursor();
        }
    }

    /** What a step says of the file, the last word of its form. */
    private Optional<XmlElement> named(ProjectAccess access, CaseTransaction step, String name) {
        String formId = step.formId();
        if (formId == null || !step.contributes() || (step.type() & TransactionType.CASE_ATTACHMENT) == 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(forms.contents(access, Set.of(formId)).get(formId))
                .flatMap(FormContent::root)
                .flatMap(root -> blocks(root, step.caseId())
                        .flatMap(block -> block.children("attachment").stream())
                        .flatMap(attachment -> attachment.children(name).stream())
                        .reduce((_, last) -> last));
    }

    private static Stream<XmlElement> blocks(XmlElement element, String caseId) {
        Stream<XmlElement> below = element.children().stream().flatMap(child -> blocks(child, caseId));
        boolean isIt = element.name().equals("case")
                && element.attribute("case_id").filter(caseId::equals).isPresent();
        return isIt ? Stream.concat(Stream.of(element), below) : below;
    }

    private Optional<FormAttachment> file(ProjectAccess access, CaseTransaction step, XmlElement named) {
        String formId = String.valueOf(step.formId());
        Map<String, List<FormAttachment>> files = forms.attachments(access, Set.of(formId));
        return named.attribute("src")
                .flatMap(source -> files.getOrDefault(formId, List.of()).stream()
                        .filter(file -> file.setAside() == null)
                        .filter(file -> file.name().equals(source))
                        .findFirst());
    }
}
