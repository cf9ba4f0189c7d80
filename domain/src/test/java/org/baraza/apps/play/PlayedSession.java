// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.xml.XmlElement;

/** A user's way through the menus: commands taken, cases chosen, actions of lists. */
final class PlayedSession {
    private final PlayedSuite suite;
    private final World world;
    private final List<String> commands = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> lists = new LinkedHashMap<>();

    PlayedSession(PlayedSuite suite, World world) {
        this.suite = suite;
        this.world = world;
    }

    /** The lists that were shown, by the variable that they were shown for. */
    Map<String, List<List<String>>> lists() {
        return lists;
    }

    Map<String, String> variables() {
        return variables;
    }

    String command() {
        return commands.getLast();
    }

    void take(String step) {
        if (step.startsWith("case:")) {
            choose(step.substring("case:".length()));
        } else if (step.startsWith("action:")) {
            act(Integer.parseInt(step.substring("action:".length())));
        } else {
            command(step);
        }
    }

    private void command(String id) {
        if (suite.isMenu(id)) {
            if (!suite.isShown(id, world)) {
                throw new AssertionError("the menu " + id + " is hidden");
            }
        } else if (!suite.shown(commands.getLast(), world).contains(id)) {
            throw new AssertionError("the command " + id + " is hidden");
        }
        commands.add(id);
        compute();
    }

    private void choose(String caseId) {
        XmlElement datum = needed().orElseThrow(() -> new AssertionError("no case is asked for"));
        List<List<String>> rows = rows(datum);
        if (rows.stream().noneMatch(row -> row.getFirst().equals(caseId))) {
            throw new AssertionError("the list does not have " + caseId + ": " + rows);
        }
        variables.put(PlayedSuite.id(datum), caseId);
        compute();
    }

    private List<List<String>> rows(XmlElement datum) {
        List<List<String>> rows = new CaseList(suite, world).rows(datum);
        lists.put(PlayedSuite.id(datum), rows);
        return rows;
    }

    /** An action of a list starts a session of its own. */
    private void act(int position) {
        XmlElement datum = needed().orElseThrow(() -> new AssertionError("no list is shown"));
        rows(datum);
        XmlElement push = suite.detail(datum.attribute("detail-select").orElseThrow())
                .children("action")
                .get(position)
                .child("stack")
                .orElseThrow()
                .child("push")
                .orElseThrow();
        Map<String, String> pushed = new LinkedHashMap<>();
        commands.clear();
        for (XmlElement step : push.children()) {
            String value = World.evaluate(step.attribute("value").orElseThrow(), world.scope())
                    .text();
            if (step.name().equals("command")) {
                commands.add(value);
            } else {
                pushed.put(PlayedSuite.id(step), value);
            }
        }
        variables.clear();
        variables.putAll(pushed);
        compute();
    }

    /** What the engine asks for next; computed variables are found by themselves. */
    Optional<XmlElement> needed() {
        for (XmlElement datum : suite.datums(commands.getLast())) {
            if (!variables.containsKey(PlayedSuite.id(datum))) {
                return Optional.of(datum);
            }
        }
        return Optional.empty();
    }

    private void compute() {
        world.session(variables);
        Optional<XmlElement> datum = needed();
        while (datum.isPresent() && datum.get().attribute("function").isPresent()) {
            variables.put(
                    PlayedSuite.id(datum.get()),
                    World.evaluate(datum.get().attribute("function").orElseThrow(), world.scope())
                            .text());
            world.session(variables);
            datum = needed();
        }
    }

    /** The frames that the form leaves behind, each a list of steps; all are evaluated in the session of the form. */
    List<List<String>> leave() {
        List<List<String>> frames = new ArrayList<>();
        Optional<XmlElement> stack = suite.entry(command()).child("stack");
        if (stack.isEmpty()) {
            return frames;
        }
        for (XmlElement create : stack.get().children("create")) {
            Optional<String> condition = create.attribute("if");
            if (condition.isEmpty()
                    || World.evaluate(condition.get(), world.scope()).truth()) {
                List<String> steps = new ArrayList<>();
                for (XmlElement step : create.children()) {
                    String value = World.evaluate(step.attribute("value").orElseThrow(), world.scope())
                            .text();
                    steps.add(step.name().equals("command") ? value : PlayedSuite.id(step) + "=" + value);
                }
                frames.add(steps);
            }
        }
        return frames;
    }

    /** What the engine would ask for in the session of a frame. */
    Optional<String> neededIn(List<String> frame) {
        PlayedSession next = new PlayedSession(suite, world);
        for (String step : frame) {
            int equals = step.indexOf('=');
            if (equals < 0) {
                next.commands.add(step);
            } else {
                next.variables.put(step.substring(0, equals), step.substring(equals + 1));
            }
        }
        next.compute();
        return next.needed().map(PlayedSuite::id);
    }
}
