// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.functions.Arguments;

/** The arguments of one call, each evaluated when it is asked for. */
final class CallArguments implements Arguments {

    private final Evaluation evaluation;
    private final Call call;
    private final Frame frame;

    CallArguments(Evaluation evaluation, Call call, Frame frame) {
        this.evaluation = evaluation;
        this.call = call;
        this.frame = frame;
    }

    @Override
    public int count() {
        return call.arguments().size();
    }

    @Override
    public Value value(int index) {
        return evaluation.evaluate(call.arguments().get(index), frame);
    }

    @Override
    public Value single(int index) {
        return evaluation.single(call.arguments().get(index), frame);
    }

    @Override
    public List<Value> all(int from) {
        if (count() == from + 1) {
            Value only = value(from);
            return only instanceof Value.Nodes nodes
                    ? nodes.list().stream().map(Node::value).toList()
                    : List.of(only);
        }
        List<Value> values = new ArrayList<>(count() - from);
        for (int i = from; i < count(); i++) {
            values.add(single(i));
        }
        return values;
    }

    @Override
    public int place() {
        if (frame.place() != Frame.NOWHERE) {
            return frame.place();
        }
        return frame.node()
                .orElseThrow(() -> new EvaluationFailed("There is no node whose place could be asked for."))
                .position();
    }

    @Override
    public Surroundings surroundings() {
        return evaluation.scope().surroundings();
    }

    @Override
    public OffsetDateTime now() {
        return evaluation.now();
    }

    @Override
    public Pattern pattern(String text) {
        return evaluation.patterns().get(text);
    }

    @Override
    public CharSequence counted(String text) {
        return evaluation.budget().counted(text);
    }

    @Override
    public Value dateOrMoment(String text) {
        return DateTexts.dateOrMoment(text, surroundings().clock().getZone())
                .orElseThrow(() -> new EvaluationFailed("\"" + text + "\" is no date."));
    }
}
