// SPDX-License-Identifier: Apache-2.0
package org.baraza.mail;

import java.util.Optional;
import java.util.function.Consumer;

/** Sends mails in the background. */
public interface Mailer {
    /** Where no mail can be sent. */
    Mailer NONE = new Mailer() {
        @Override
        public Optional<String> home() {
            return Optional.empty();
        }

        @Override
        public void send(Mail mail, Consumer<Boolean> outcome) {
            outcome.accept(false);
        }
    };

    /** Where links in mails lead, as {@code https://example.org}; empty where no mail can be sent. */
    Optional<String> home();

    /** @param outcome told whether the mail went */
    void send(Mail mail, Consumer<Boolean> outcome);
}
