// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.cases.CaseLists;
import org.baraza.cases.ListedCase;
import org.baraza.casework.CaseRows;
import org.baraza.casework.CaseUpdate;
import org.baraza.casework.CaseUpdate.Aim;
import org.baraza.casework.CaseUpdates;
import org.baraza.casework.CasesChanged;
import org.baraza.casework.FormRefused;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes and changes cases in the second version of CommCare HQ's data API. Every request leaves one form. */
@RestController
final class CaseWriteResource {
    private static final String OLD = CaseSecondResource.OLD;
    private static final String NEW = CaseSecondResource.NEW;
    private static final String ONE = "/{caseId}";
    private static final String NAMED = "/ext/{*externalId}";

    private final CaseUpdates updates;
    private final CaseLists cases;

    CaseWriteResource(CaseUpdates updates, CaseLists cases) {
        this.updates = updates;
        this.cases = cases;
    }

    @PostMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void create(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(who, request, Aim.CREATE).send(response);
    }

    @PutMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void update(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(who, request, Aim.UPDATE).send(response);
    }

    private Answer write(ProjectAccess who, HttpServletRequest request, Aim aim) throws IOException {
        CaseSecondResource.open(who);
        CaseFields fields = CaseSecondResource.fields(request);
        JsonNode body = CaseWrite.body(request.getInputStream());
        if (!body.isArray()) {
            return single(who, CaseRows.single(body, aim), request, fields);
        }
        return switch (updates.all(who, CaseRows.rows(body), agent(request))) {
            case FormRefused refused -> refusal(refused);
            case CasesChanged changed -> all(who, changed, fields);
        };
    }

    private Answer all(ProjectAccess who, CasesChanged changed, CaseFields fields) {
        Map<String, ListedCase> found = cases.find(who, changed.caseIds());
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("form_id", changed.formId());
        ArrayNode list = answer.putArray("cases");
        changed.caseIds().stream()
                .flatMap(caseId -> Optional.ofNullable(found.get(caseId)).stream())
                .forEach(one -> list.add(fields.of(CaseSecondJson.of(who, one))));
        return Answer.json(HttpStatus.OK, answer);
    }

    @PutMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void change(ProjectAccess who, @PathVariable String caseId, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpRequestMethodNotSupportedException {
        CaseSecondResource.open(who);
        CaseSecondResource.refuseSeveral(caseId, "PUT");
        ObjectNode body = single(CaseWrite.body(request.getInputStream()));
        single(who, CaseRows.ofCase(caseId, body), request, CaseSecondResource.fields(request))
                .send(response);
    }

    /** Changes the case of that external id, or makes it. */
    @PutMapping({OLD + NAMED, NEW + NAMED})
    void put(
            ProjectAccess who,
            @PathVariable String externalId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        CaseSecondResource.open(who);
        String name = CaseSecondResource.externalId(externalId);
        CaseUpdate wanted = CaseRows.single(single(CaseWrite.body(request.getInputStream())), Aim.UPSERT);
        if (wanted.caseId() != null && !isNamed(who, wanted.caseId(), name)) {
            throw CaseWrite.invalid("case_id", "The case_id of the body is not that of the path.");
        }
        CaseUpdate update = new CaseUpdate(
                Aim.UPSERT,
                null,
                name,
                null,
                wanted.externalId() == null ? name : wanted.externalId(),
                wanted.type(),
                wanted.name(),
                wanted.ownerId(),
                wanted.properties(),
                wanted.indices(),
                wanted.closes());
        single(who, update, request, CaseSecondResource.fields(request)).send(response);
    }

    private boolean isNamed(ProjectAccess who, String caseId, String externalId) {
        return cases.named(who, List.of(externalId)).getOrDefault(externalId, List.of()).stream()
                .anyMatch(one -> one.state().caseId().equals(caseId));
    }

    private static ObjectNode single(JsonNode body) {
        if (body instanceof ObjectNode one) {
            return one;
        }
        throw CaseWrite.invalid("body", "Payload must be a single JSON object");
    }

    private Answer single(ProjectAccess who, CaseUpdate update, HttpServletRequest request, CaseFields fields) {
        return switch (updates.one(who, update, agent(request))) {
            case FormRefused refused -> refusal(refused);
            case CasesChanged changed -> one(who, changed, fields);
        };
    }

    private Answer one(ProjectAccess who, CasesChanged changed, CaseFields fields) {
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("form_id", changed.formId());
        cases.find(who, changed.caseIds())
                .values()
                .forEach(one -> answer.set("case", fields.of(CaseSecondJson.of(who, one))));
        return Answer.json(HttpStatus.OK, answer);
    }

    /** With the form in which it is kept. */
    private static Answer refusal(FormRefused refused) {
        return Answer.json(
                HttpStatus.BAD_REQUEST,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("error", refused.error().problem())
                        .put("form_id", refused.formId()));
    }

    /** What stands where phones put their device. */
    private static String agent(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    }
}
