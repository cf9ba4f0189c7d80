// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.ShadowModule;
import org.baraza.xml.EditableElement;

/** The deep links of an app: places that can be opened from outside, given the cases they need (section 8.9). */
final class Endpoints {
    private final Menus menus;
    private final Ways ways;
    private final SearchRequests requests;

    Endpoints(Menus menus, Ways ways, SearchRequests requests) {
        this.menus = menus;
        this.ways = ways;
        this.requests = requests;
    }

    /** The deep links, and the claims that they refer to. */
    record Linked(List<EditableElement> claims, List<EditableElement> endpoints) {}

    Linked all() throws CannotBuild {
        Linked linked = new Linked(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < menus.count(); i++) {
            MenuSettings menu = menus.module(i).menu();
            if (menu.endpointId().isPresent()) {
                add(linked, menu.endpointId().get(), ways.toItemsOf(i), List.of(), true);
            }
            if (menu.caseListEndpointId().isPresent()) {
                add(linked, menu.caseListEndpointId().get(), ways.toItemsOf(i).beforeChoice(), List.of(), true);
            }
            for (ShownForm form : menus.forms(i)) {
                Optional<String> id = endpointId(form);
                if (id.isPresent()) {
                    add(
                            linked,
                            id.get(),
                            ways.toForm(form),
                            form.form().settings().functionArguments(),
                            form.form().settings().respectRelevancy());
                }
            }
        }
        return linked;
    }

    private static Optional<String> endpointId(ShownForm form) {
        return form.menu() instanceof ShadowModule shadow
                ? Optional.ofNullable(shadow.endpointsOfForms().get(form.form().uniqueId()))
                        .filter(id -> !id.isBlank())
                : form.form().settings().endpointId();
    }

    /** @param computed variables that the link is given although they could be computed */
    private void add(Linked linked, String id, Way way, List<String> computed, boolean respectRelevancy)
            throws CannotBuild {
        EditableElement endpoint = tag("endpoint").set("id", id);
        if (!respectRelevancy) {
            endpoint.set("respect-relevancy", "false");
        }
        EditableElement stack = tag("stack");
        Map<String, String> values = new LinkedHashMap<>();
        for (Datum datum : way.datums()) {
            if (datum.isSelection() || computed.contains(datum.id())) {
                values.put(datum.id(), "$" + datum.id());
                endpoint.add(argument(datum));
            }
            if (datum.isChosenCase() && datum.search().isEmpty()) {
                linked.claims().add(requests.claimOf(id, datum));
                stack.add(tag("push")
                        .add(Frames.variable(datum, values))
                        .add(tag("command").set("value", "'claim_command." + id + "." + datum.id() + "'")));
            }
        }
        EditableElement push = tag("push");
        push.add(Frames.create(Optional.empty(), way.only(values.keySet()), values)
                .elements());
        linked.endpoints().add(endpoint.add(stack.add(push)));
    }

    private static EditableElement argument(Datum datum) {
        EditableElement argument = tag("argument").set("id", datum.id());
        return datum.isSeveral()
                ? argument.set("instance-id", datum.id()).set("instance-src", "jr://instance/selected-entities")
                : argument;
    }
}
