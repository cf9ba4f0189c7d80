// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.baraza.xml.XmlElement;
import org.baraza.xpath.Node;
import org.baraza.xpath.Scope;

/** The rows that a case list shows, in its order. */
final class CaseList {
    private final PlayedSuite suite;
    private final World world;

    CaseList(PlayedSuite suite, World world) {
        this.suite = suite;
        this.world = world;
    }

    /** Each row is the case's id and what every column says. */
    List<List<String>> rows(XmlElement datum) {
        XmlElement detail = suite.detail(datum.attribute("detail-select").orElseThrow());
        List<Node> cases =
                new ArrayList<>(World.nodes(datum.attribute("nodeset").orElseThrow(), world.scope()));
        cases.sort(order(detail));
        List<List<String>> rows = new ArrayList<>();
        for (Node found : cases) {
            List<String> row = new ArrayList<>();
            Scope scope = world.scope().about(found);
            row.add(World.evaluate(datum.attribute("value").orElseThrow(), scope)
                    .text());
            for (XmlElement field : detail.children("field")) {
                row.add(shown(field.child("template").orElseThrow(), found).strip());
            }
            rows.add(row);
        }
        return rows;
    }

    private String shown(XmlElement of, Node found) {
        XmlElement xpath = of.child("text").orElseThrow().child("xpath").orElseThrow();
        Scope scope = world.scope().about(found);
        return World.evaluate(xpath.attribute("function").orElseThrow(), scope.with(suite.variables(xpath, scope)))
                .text();
    }

    private Comparator<Node> order(XmlElement detail) {
        List<XmlElement> sorts = detail.children("field").stream()
                .flatMap(field -> field.child("sort").stream())
                .filter(sort -> sort.attribute("order").isPresent())
                .sorted(Comparator.comparingInt(
                        sort -> Integer.parseInt(sort.attribute("order").orElseThrow())))
                .toList();
        return (one, other) -> {
            for (XmlElement sort : sorts) {
                int order = compare(sort, shown(sort, one), shown(sort, other));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private static int compare(XmlElement sort, String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            boolean last = sort.attribute("blanks").filter("last"::equals).isPresent();
            int blankFirst = Boolean.compare(other.isEmpty(), one.isEmpty());
            return last ? -blankFirst : blankFirst;
        }
        int order = sort.attribute("type").filter("int"::equals).isPresent()
                ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
                : one.compareTo(other);
        return sort.attribute("direction").filter("descending"::equals).isPresent() ? -order : order;
    }
}
