// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baraza.apps.model.Assertion;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.SearchConfig;
import org.baraza.apps.model.SearchProperty;
import org.baraza.xml.EditableElement;

/** The searches of an app on the server, and how what is found is claimed (generated build, section 8.8). */
final class SearchRequests {
    private static final String RESULTS = "results";

    private final Menus menus;
    private final Sessions sessions;
    private final InstanceNames instances;
    private final DetailInstances details;
    private final BuildContext context;
    private final String base;

    SearchRequests(
            Menus menus,
            Sessions sessions,
            InstanceNames instances,
            DetailInstances details,
            BuildContext context,
            String base) {
        this.menus = menus;
        this.sessions = sessions;
        this.instances = instances;
        this.details = details;
        this.context = context;
        this.base = base;
    }

    List<EditableElement> all() throws CannotBuild {
        List<EditableElement> requests = new ArrayList<>();
        for (int i = 0; i < menus.count(); i++) {
            SearchConfig search = menus.module(i).menu().search();
            if (menus.offersSearch(i) && !menus.caseType(i).isBlank()) {
                requests.add(request(i, search));
            }
        }
        return requests;
    }

    private EditableElement request(int module, SearchConfig search) throws CannotBuild {
        Datum results = results(module, search);
        EditableElement post = claim(results, search.additionalRelevant());
        EditableElement session = tag("session").add(query(module, RESULTS)).add(Entries.datum(results));
        EditableElement stack =
                tag("stack").add(tag("push").add(tag("rewind").set("value", SessionPaths.variable(results.id()))));
        Set<String> used = new TreeSet<>(instances.in(List.of(post, session, stack)));
        used.addAll(details.of(results));
        used.add(RESULTS);
        return tag("remote-request")
                .add(post)
                .add(tag("command")
                        .set("id", Ids.searchCommand(module))
                        .add(Tags.displayed(key(module), menus.shown(search.labelMedia()))))
                .add(InstanceNames.declarations(used, sources(search), Ids.menu(module)))
                .add(session)
                .add(stack);
    }

    /** Claims a case, or each of several, unless it is on the phone already. */
    EditableElement claim(Datum chosen) {
        return claim(
                chosen,
                chosen.search()
                        .map(search ->
                                menus.module(search.module()).menu().search().additionalRelevant())
                        .orElse(""));
    }

    private EditableElement claim(Datum chosen, String also) {
        String id = SessionPaths.variable(chosen.id());
        String relevant = chosen.isSeveral() ? "$case_id != ''" : "count(" + SessionPaths.caseOf(id) + ") = 0";
        EditableElement data = chosen.isSeveral()
                ? tag("data")
                        .set("key", "case_id")
                        .set("nodeset", "instance('" + chosen.id() + "')/results/value")
                        .set("ref", ".")
                        .set("exclude", "count(" + SessionPaths.caseOf("current()/.") + ") = 1")
                : data("case_id", id);
        return tag("post")
                .set("url", base + "/a/" + context.goal().domain() + "/phone/claim-case/")
                .set(
                        "relevant",
                        also.isBlank()
                                ? relevant
                                : "(" + relevant + ") and (" + Hashtags.WITHOUT_CASE.expand(also) + ")")
                .add(data);
    }

    private static String key(int module) {
        return "case_search." + Ids.menu(module);
    }

    /** Where the instances are that only the search of a menu knows. */
    Map<String, String> sources(int module) {
        return sources(menus.module(module).menu().search());
    }

    /** Choices may come from instances that only the search knows. */
    private static Map<String, String> sources(SearchConfig search) {
        return search.properties().stream()
                .flatMap(property -> property.choices().stream())
                .filter(choices -> !choices.instanceId().isBlank()
                        && !choices.instanceUri().isBlank())
                .collect(Collectors.toMap(
                        SearchProperty.Choices::instanceId, SearchProperty.Choices::instanceUri, (one, other) -> one));
    }

    /** @param instance what the results are called */
    EditableElement query(int module, String instance) {
        SearchConfig search = menus.module(module).menu().search();
        EditableElement query = tag("query")
                .set(
                        "url",
                        base + "/a/" + context.goal().domain() + "/phone/search/"
                                + context.goal().appId() + "/")
                .set("storage-instance", instance)
                .set("template", "case")
                .set("default_search", Boolean.toString(search.defaultSearch()))
                .set("dynamic_search", Boolean.toString(search.dynamicSearch()));
        if (search.searchOnClear()) {
            query.set("search_on_clear", "true");
        }
        if (!search.title().isBlank()) {
            query.add(tag("title").add(Tags.text(key(module) + ".inputs")));
        }
        if (!search.description().isBlank()) {
            query.add(tag("description").add(Tags.text(key(module) + ".description")));
        }
        menus.caseTypes(module).forEach(type -> query.add(data("case_type", Literals.quoted(type))));
        if (!search.blacklistedOwners().isBlank()) {
            query.add(data("commcare_blacklisted_owner_ids", Hashtags.WITHOUT_CASE.expand(search.blacklistedOwners())));
        }
        if (!search.customRelatedCaseProperty().isBlank()) {
            query.add(
                    data("commcare_custom_related_case_property", Literals.quoted(search.customRelatedCaseProperty())));
        }
        if (search.includeAllRelatedCases()) {
            query.add(data("include_all_related_cases", "'true'"));
        }
        search.endpointId().ifPresent(id -> query.add(data("case_search_endpoint_id", Literals.quoted(id))));
        search.defaults()
                .forEach(fixed -> query.add(data(fixed.property(), Hashtags.WITHOUT_CASE.expand(fixed.value()))));
        search.properties().stream()
                .filter(property -> !property.group())
                .forEach(property -> query.add(prompt(module, property)));
        search.properties().stream()
                .filter(SearchProperty::group)
                .forEach(property -> query.add(group(module, property)));
        return query;
    }

    private static EditableElement data(String key, String ref) {
        return tag("data").set("key", key).set("ref", ref);
    }

    /** A heading that several fields stand below. */
    private static EditableElement group(int module, SearchProperty property) {
        return tag("group")
                .set("key", property.groupKey())
                .add(tag("display").add(Tags.text(propertyKey(module, property))));
    }

    private static EditableElement prompt(int module, SearchProperty property) {
        String key = propertyKey(module, property);
        boolean address = property.appearance().equals("address");
        EditableElement prompt = tag("prompt").set("key", property.name());
        filled(prompt, "input", address && property.input().isBlank() ? "address" : property.input());
        filled(prompt, "default", Hashtags.WITHOUT_CASE.expand(property.defaultValue()));
        filled(prompt, "appearance", address ? "" : property.appearance());
        filled(prompt, "receive", property.receiver());
        filled(prompt, "group_key", property.groupKey());
        flag(prompt, "hidden", property.hidden(), "true");
        flag(prompt, "allow_blank_value", property.allowBlank(), "true");
        flag(prompt, "exclude", property.exclude(), "true()");
        EditableElement display = tag("display").add(Tags.text(key));
        if (!property.hint().isBlank()) {
            display.add(tag("hint").add(tag("display").add(Tags.text(key + ".hint"))));
        }
        prompt.add(display);
        property.choices().ifPresent(choices -> prompt.add(itemset(choices)));
        property.required().ifPresent(required -> prompt.add(tested("required", required, key + ".required.text")));
        for (int i = 0; i < property.validations().size(); i++) {
            prompt.add(tested("validation", property.validations().get(i), key + ".validation." + i + ".text"));
        }
        return prompt;
    }

    static String propertyKey(int module, SearchProperty property) {
        return "search_property." + Ids.menu(module) + "." + (property.group() ? property.groupKey() : property.name());
    }

    private static EditableElement tested(String name, Assertion assertion, String key) {
        EditableElement element = tag(name).set("test", Hashtags.WITHOUT_CASE.expand(assertion.test()));
        return assertion.text().isBlank() ? element : element.add(Tags.text(key));
    }

    private static void filled(EditableElement element, String name, String value) {
        flag(element, name, !value.isBlank(), value);
    }

    private static void flag(EditableElement element, String name, boolean set, String value) {
        if (set) {
            element.set(name, value);
        }
    }

    private static EditableElement itemset(SearchProperty.Choices choices) {
        EditableElement itemset = tag("itemset")
                .set("nodeset", Hashtags.WITHOUT_CASE.expand(choices.nodeset()))
                .add(tag("label").set("ref", choices.label()))
                .add(tag("value").set("ref", choices.value()));
        return choices.sort().isBlank() ? itemset : itemset.add(tag("sort").set("ref", choices.sort()));
    }

    private Datum results(int module, SearchConfig search) {
        Detail list = menus.module(module).menu().shortDetail();
        String filter = search.filter().isBlank() ? "" : "[" + Hashtags.WITHOUT_CASE.expand(search.filter()) + "]";
        return new Datum(
                list.multiSelect() ? "search_selected_cases" : "search_case_id",
                list.multiSelect() ? Datum.Kind.SELECT_SEVERAL : Datum.Kind.SELECT,
                Optional.of(menus.caseType(module)),
                "instance('results')/results/case" + Selections.ofTypes(menus.caseTypes(module)) + "[@status='open']"
                        + filter + "[not(commcare_is_related_case=true())]",
                "./@case_id",
                list.isShown()
                        ? Optional.of(Ids.detail(module, list.tileXml().isBlank() ? "search_short" : "case_short"))
                        : Optional.empty(),
                sessions.selections().confirm(module),
                Optional.empty(),
                Optional.empty(),
                list.multiSelect() && list.autoSelect(),
                list.maxSelect(),
                Optional.empty());
    }

    /** What a deep link needs before its case, or its cases, can be used on a phone that does not have it. */
    EditableElement claimOf(String endpoint, Datum chosen) throws CannotBuild {
        EditableElement post = claim(chosen, "");
        EditableElement session = tag("session")
                .add(tag("datum").set("id", chosen.id()).set("function", SessionPaths.variable(chosen.id())));
        return tag("remote-request")
                .add(post)
                .add(tag("command")
                        .set("id", "claim_command." + endpoint + "." + chosen.id())
                        .add(tag("display").add(tag("text"))))
                .add(InstanceNames.declarations(instances.in(List.of(post, session)), Map.of(), endpoint))
                .add(session)
                .add(tag("stack"));
    }
}
