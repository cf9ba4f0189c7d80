// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions as the data API tells them (app model, section 10). */
public final class QuestionJson {
    private QuestionJson() {}

    /** @param language that labels are shown in, where the question has it */
    public static ObjectNode of(Question question, String language) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("label", question.translations().getOrDefault(language, question.label()));
        json.put("label_ref", question.labelRef().orElse(null));
        put(json, "translations", question.translations());
        json.put("value", question.path());
        json.put("hashtagValue", question.hashtag());
        json.put("tag", question.tag());
        json.put("type", question.type());
        json.put("repeat", question.repeat().orElse(null));
        json.put("group", question.group().orElse(null));
        json.put("is_group", question.isGroup());
        json.put("required", question.required());
        json.put("relevant", question.relevant().orElse(null));
        json.put("constraint", question.constraint().orElse(null));
        json.put("constraintMsg_ref", question.constraintMessageRef().orElse(null));
        json.put("comment", question.comment().orElse(null));
        json.put("setvalue", question.setvalue().orElse(null));
        if (question.isHidden()) {
            json.put("calculate", question.calculate().orElse(null));
        }
        if (question.tag().startsWith("select")) {
            options(json.putArray("options"), question, language);
        }
        question.source().ifPresent(source -> source(json.putObject("data_source"), source));
        return json;
    }

    private static void options(ArrayNode options, Question question, String language) {
        for (Question.Choice choice : question.options()) {
            ObjectNode option = options.addObject();
            option.put("value", choice.value());
            option.put("label", choice.translations().getOrDefault(language, choice.label()));
            option.put("label_ref", choice.labelRef().orElse(null));
            put(option, "translations", choice.translations());
        }
    }

    private static void source(ObjectNode json, Question.ChoiceSource source) {
        put(json, "instance_id", source.instanceId());
        put(json, "instance_ref", source.instanceSource());
        json.put("nodeset", source.nodeset());
        json.put("label_ref", source.labelRef());
        json.put("value_ref", source.valueRef());
    }

    private static void put(ObjectNode json, String name, Map<String, String> texts) {
        ObjectNode object = json.putObject(name);
        texts.forEach(object::put);
    }

    private static void put(ObjectNode json, String name, Optional<String> text) {
        json.put(name, text.orElse(null));
    }
}
