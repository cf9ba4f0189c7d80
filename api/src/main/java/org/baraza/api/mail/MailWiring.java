// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.mail;

import java.util.Properties;
import org.baraza.mail.Mailer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The operator's SMTP server, or none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailWiring.Smtp.class)
class MailWiring {
    private static final String TIMEOUT = "15000";

    /**
     * How mails leave.
     *
     * @param host empty for nowhere
     * @param tls whether the connection turns to TLS before anything is said ({@code STARTTLS})
     */
    @ConfigurationProperties("baraza.smtp")
    record Smtp(String host, int port, String user, String password, String from, boolean tls) {
        @Override
        public String toString() {
            return "Smtp[" + host + "]";
        }
    }

    /** Without an address of this server no link could be mailed. */
    @Bean
    Mailer mailer(Smtp smtp, @Value("${baraza.public-url:}") String publicUrl) {
        if (smtp.host().isEmpty()) {
            return Mailer.NONE;
        }
        if (publicUrl.isEmpty() || smtp.from().isEmpty()) {
            throw new IllegalArgumentException("BARAZA_SMTP_HOST needs BARAZA_PUBLIC_URL and BARAZA_SMTP_FROM");
        }
        return new SmtpMailer(sender(smtp), smtp.from(), publicUrl.replaceFirst("/+$", ""));
    }

    private static JavaMailSenderImpl sender(Smtp smtp) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        sender.setDefaultEncoding("UTF-8");
        Properties properties = sender.getJavaMailProperties();
        if (!smtp.user().isEmpty()) {
            sender.setUsername(smtp.user());
            sender.setPassword(smtp.password());
            properties.put("mail.smtp.auth", "true");
        }
        properties.put("mail.smtp.starttls.enable", Boolean.toString(smtp.tls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(smtp.tls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, TIMEOUT);
        }
        return sender;
    }
}
