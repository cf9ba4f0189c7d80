// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.oauth.Question;
import org.jspecify.annotations.Nullable;

/** A program that asks the caller whether it may act for her. */
record OAuthQuestionNode(Question question) {
    public String clientId() {
        return question.clientId();
    }

    public String name() {
        return question.name();
    }

    public String madeBy() {
        return question.madeBy();
    }

    public List<String> scopes() {
        return question.scopes();
    }

    public List<String> agreedScopes() {
        return question.agreedScopes();
    }

    public @Nullable String project() {
        return question.project().orElse(null);
    }

    public String answersTo() {
        return question.answersTo();
    }
}
