// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.cases.CaseState;
import org.baraza.cases.Cases;
import org.baraza.forms.Form;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.NumberedChange;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** What changes while somebody looks. */
@Controller
final class LiveController {
    private final Entrance entrance;
    private final LiveChanges live;
    private final Forms forms;
    private final Cases cases;

    LiveController(Entrance entrance, LiveChanges live, Forms forms, Cases cases) {
        this.entrance = entrance;
        this.live = live;
        this.forms = forms;
        this.cases = cases;
    }

    @SubscriptionMapping
    Flux<FormNode> formChanged(@Argument String project) {
        return live.follow(entrance.enter(project), this::forms);
    }

    private List<FormNode> forms(ProjectAccess access, List<NumberedChange> changes) {
        List<String> ids = changes.stream()
                .filter(change -> change.kind() == Change.Kind.FORM)
                .map(NumberedChange::documentId)
                .toList();
        Map<String, Form> found = ids.isEmpty() ? Map.of() : forms.find(access, Set.copyOf(ids));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .map(form -> new FormNode(access, form))
                .toList();
    }

    @SubscriptionMapping
    Flux<CaseNode> caseChanged(@Argument String project, @Argument @Nullable String type) {
        return live.follow(entrance.enter(project), (access, changes) -> cases(access, changes, type));
    }

    private List<CaseNode> cases(ProjectAccess access, List<NumberedChange> changes, @Nullable String type) {
        List<String> ids =
                changes.stream().flatMap(change -> change.caseIds().stream()).toList();
        Map<String, CaseState> found =
                ids.isEmpty() ? Map.of() : cases.find(access, ids.stream().collect(Collectors.toSet()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .filter(state -> type == null || state.type().equals(type))
                .map(state -> new CaseNode(access, state))
                .toList();
    }
}
