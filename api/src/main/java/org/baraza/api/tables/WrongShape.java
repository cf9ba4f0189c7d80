// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import java.util.List;
import org.baraza.api.problems.Answer;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** A body that is not shaped as it should be; these resources answer it with a bare list of sentences. */
final class WrongShape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> messages;

    WrongShape(List<String> messages) {
        super("the body has another shape", null, false, false);
        this.messages = List.copyOf(messages);
    }

    Answer answer() {
        var list = JsonMapper.shared().createArrayNode();
        messages.forEach(list::add);
        return Answer.json(HttpStatus.BAD_REQUEST, list);
    }
}
