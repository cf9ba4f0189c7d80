// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.cases.CaseCondition;
import org.baraza.cases.CaseCondition.Is;
import org.baraza.cases.CaseCondition.TextField;
import org.baraza.cases.CaseLists;
import org.baraza.cases.ListedCase;
import org.baraza.identity.Permission;
import org.baraza.dictionary.Dictionary;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.places.Reach;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads cases in the second version of CommCare HQ's data API. Old and new paths answer alike. */
@RestController
final class CaseSecondResource {
    static final String OLD = "/a/{domain}/api/v0.6/case";
    static final String NEW = "/a/{domain}/api/case/v2";
    private static final String ONE = "/{caseId}";
    private static final String NAMED = "/ext/{*externalId}";
    private static final String SEVERAL = "/bulk-fetch";
    private static final int MOST_AT_ONCE = 5_000;

    private final CaseLists cases;
    private final Reach reach;
    private final Dictionary dictionary;
    private final Clock clock;

    CaseSecondResource(CaseLists cases, Reach reach, Dictionary dictionary, Clock clock) {
        this.cases = cases;
        this.reach = reach;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(who);
        CasePage page = CasePage.of(Optional.ofNullable(request.getQueryString()).orElse(""));
        Map<String, List<String>> filters = new LinkedHashMap<>(page.parameters());
        filters.keySet().removeIf(CaseFields::isParameter);
        List<CaseCondition> conditions = new ArrayList<>(CaseSecondParameters.conditions(filters));
        Optional<List<String>> owners = reach.owners(who).map(List::copyOf);
        owners.ifPresent(within -> conditions.add(new Is(TextField.OWNER_ID, within)));
        CaseSecondQuery.of(filters, clock, owners).ifPresent(conditions::add);
        List<String> hidden =
                CaseSecondParameters.wantsDeprecated(filters) ? List.of() : dictionary.deprecatedTypes(who);
        if (!hidden.isEmpty()) {
            conditions.add(new CaseCondition.OfOtherType(hidden));
        }
        CaseFields fields = CaseFields.of(page.parameters());
        Page<ListedCase> found = cases.page(who, conditions, page.request());
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("matching_records", found.total().orElse(0));
        ArrayNode list = body.putArray("cases");
        found.items().forEach(one -> list.add(fields.of(CaseSecondJson.of(who, one))));
        // Nothing was asked for but how many there are.
        if (found.more() && !found.items().isEmpty()) {
            body.put("next", address(request, page.next(found.items().getLast().cursor())));
        }
        Answer.json(HttpStatus.OK, body).send(response);
    }

    private static String address(HttpServletRequest request, String cursor) {
        String path = ServletUriComponentsBuilder.fromRequestUri(request).build().toUriString();
        return (path.endsWith("/") ? path : path + "/") + "?cursor=" + cursor;
    }

    /** One case, or several with commas between their ids. */
    @GetMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void byId(ProjectAccess who, @PathVariable String caseId, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpRequestMethodNotSupportedException {
        open(who);
        refuseSeveral(caseId, "GET");
        CaseFields fields = fields(request);
        if (caseId.contains(",")) {
            several(who, List.of(caseId.split(",")), List.of(), fields).send(response);
            return;
        }
        Optional<ListedCase> found =
                Optional.ofNullable(cases.find(who, Set.of(caseId)).get(caseId));
        if (found.isEmpty()) {
            HqJson.error(HttpStatus.NOT_FOUND, "Case '" + caseId + "' not found").send(response);
        } else if (isOutside(reach.owners(who), found.get())) {
            HqJson.error(HttpStatus.FORBIDDEN, "Insufficent permission for Case '" + caseId + "'")
                    .send(response);
        } else {
            Answer.json(HttpStatus.OK, fields.of(CaseSecondJson.of(who, found.get())))
                    .send(response);
        }
    }

    /** What takes several cases at once only looks like the address of one. */
    static void refuseSeveral(String caseId, String method) throws HttpRequestMethodNotSupportedException {
        if (SEVERAL.substring(1).equals(caseId)) {
            throw new HttpRequestMethodNotSupportedException(method, List.of("POST"));
        }
    }

    @GetMapping({OLD + NAMED, NEW + NAMED})
    void byExternalId(
            ProjectAccess who,
            @PathVariable String externalId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        open(who);
        String name = CaseSecondResource.externalId(externalId);
        Optional<Set<String>> owners = reach.owners(who);
        List<ListedCase> found = cases.named(who, Set.of(name)).getOrDefault(name, List.of()).stream()
                .filter(one -> !isOutside(owners, one))
                .toList();
        Answer answer =
                switch (found.size()) {
                    case 0 -> HqJson.error(HttpStatus.NOT_FOUND, "Case '" + name + "' not found");
                    case 1 ->
                        Answer.json(
                                HttpStatus.OK, fields(request).of(CaseSecondJson.of(who, found.getFirst())));
                    default ->
                        HqJson.error(
                                HttpStatus.BAD_REQUEST,
                                "Multiple cases found with external_id '" + name + "': "
                                        + String.join(
                                                ", ",
                                                found.stream()
                                                        .map(one -> one.state().caseId())
                                                        .toList()));
                };
        answer.send(response);
    }

    /** The rest of the path behind {@code ext/}, which may itself have slashes; the last one ends the path. */
    static String externalId(String rest) {
        String name = rest.startsWith("/") ? rest.substring(1) : rest;
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    @PostMapping({OLD + SEVERAL, OLD + SEVERAL + "/", NEW + SEVERAL, NEW + SEVERAL + "/"})
    void several(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(who);
        JsonNode body = CaseWrite.body(request.getInputStream());
        List<String> ids = texts(body, "case_ids");
        List<String> externalIds = texts(body, "external_ids");
        if (ids.isEmpty() && externalIds.isEmpty()) {
            throw CaseWrite.invalid("body", "Payload must include 'case_ids' or 'external_ids' fields");
        }
        if (ids.size() + externalIds.size() > MOST_AT_ONCE) {
            throw CaseWrite.invalid("body", "You cannot request more than " + MOST_AT_ONCE + " cases per request.");
        }
        several(who, ids, externalIds, fields(request)).send(response);
    }

    private static List<String> texts(JsonNode body, String name) {
        JsonNode list = body.path(name);
        List<String> texts = new ArrayList<>();
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw CaseWrite.invalid(name, "'" + name + "' must be a list.");
        }
        for (JsonNode each : list) {
            if (!each.isString()) {
                throw CaseWrite.invalid(name, "'" + name + "' holds texts only.");
            }
            texts.add(each.stringValue());
        }
        return texts;
    }

    private Answer several(ProjectAccess who, List<String> ids, List<String> externalIds, CaseFields fields) {
        Optional<Set<String>> owners = reach.owners(who);
        Map<String, ListedCase> byId = cases.find(who, ids);
        Map<String, List<ListedCase>> byExternalId = cases.named(who, externalIds);
        ArrayNode list = JsonMapper.shared().createArrayNode();
        int missing = 0;
        for (String id : ids) {
            if (byId.containsKey(id) && !isOutside(owners, byId.get(id))) {
                list.add(fields.of(CaseSecondJson.of(who, byId.get(id))));
            } else {
                list.add(CaseSecondJson.missing("case_id", id));
                missing++;
            }
        }
        for (String id : externalIds) {
            List<ListedCase> found = byExternalId.getOrDefault(id, List.of()).stream()
                    .filter(one -> !isOutside(owners, one))
                    .toList();
            found.forEach(one -> list.add(fields.of(CaseSecondJson.of(who, one))));
            if (found.isEmpty()) {
                list.add(CaseSecondJson.missing("external_id", id));
                missing++;
            }
        }
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("matching_records", list.size() - missing);
        body.put("missing_records", missing);
        body.set("cases", list);
        return Answer.json(HttpStatus.OK, body);
    }

    /** Needs both permissions, as in HQ. */
    static void open(ProjectAccess who) {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_DATA);
    }

    static CaseFields fields(HttpServletRequest request) {
        return CaseFields.of(CasePage.of(Optional.ofNullable(request.getQueryString()).orElse("")).parameters());
    }

    private static boolean isOutside(Optional<Set<String>> owners, ListedCase one) {
        return owners.isPresent() && !owners.get().contains(one.state().ownerId());
    }
}
