// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends mails through the operator's SMTP server, a few at once, each tried three times. */
final class SmtpMailer implements Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
    private static final int AT_ONCE = 4;
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final JavaMailSender sender;
    private final String from;
    private final String home;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    SmtpMailer(JavaMailSender sender, String from, String home) {
        this.sender = sender;
        this.from = from;
        this.home = home;
    }

    @Override
    public Optional<String> home() {
        return Optional.of(home);
    }

    @Override
    public void send(Mail mail, Consumer<Boolean> outcome) {
        Thread.ofVirtual().name("mail").start(() -> outcome.accept(sent(mail)));
    }

    private boolean sent(Mail mail) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(mail.to());
        message.setSubject(mail.subject());
        message.setText(mail.text());
        turns.acquireUninterruptibly();
        try {
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                if (went(message, attempt)) {
                    return true;
                }
            }
            return false;
        } finally {
            turns.release();
        }
    }

    /** Neither the mail nor what the server answered is logged: both may hold the address. */
    private boolean went(SimpleMailMessage message, int attempt) {
        try {
            sender.send(message);
            LOG.atInfo().log("mail.sent");
            return true;
        } catch (MailException failure) {
            LOG.atWarn()
                    .addKeyValue("attempt", attempt)
                    .addKeyValue("kind", failure.getClass().getSimpleName())
                    .log("mail.failed");
            pause();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
