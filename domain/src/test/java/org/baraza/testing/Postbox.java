// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;

/** Keeps mails instead of sending them; shut until somebody opens it, as a server without SMTP. */
public final class Postbox implements Mailer {
    private final List<Mail> mails = new ArrayList<>();
    private boolean open;

    public void open() {
        open = true;
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    @Override
    public Optional<String> home() {
        return open ? Optional.of("https://baraza.example") : Optional.empty();
    }

    @Override
    public void send(Mail mail, Consumer<Boolean> outcome) {
        mails.add(mail);
        outcome.accept(true);
    }
}
