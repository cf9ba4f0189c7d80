// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TXT records as the resolvers of this machine answer. */
public final class ResolvedTexts implements DnsTexts {
    private static final Logger LOG = LoggerFactory.getLogger(ResolvedTexts.class);
    private static final Map<String, String> SETTINGS = Map.of(
            "java.naming.factory.initial",
            "com.sun.jndi.dns.DnsContextFactory",
            "com.sun.jndi.dns.timeout.initial",
            "2000",
            "com.sun.jndi.dns.timeout.retries",
            "2");
    private static final int MOST = 100;

    /** The provider is named here, asks for texts alone, and makes no objects of what it hears. */
    @Override
    @SuppressWarnings("BanJNDI")
    public List<String> of(String name) {
        List<String> texts = new ArrayList<>();
        try {
            DirContext dns = new InitialDirContext(new Hashtable<>(SETTINGS));
            try {
                @Nullable
                Attribute records =
                        dns.getAttributes(name + ".", new String[] {"TXT"}).get("TXT");
                if (records != null) {
                    NamingEnumeration<?> values = records.getAll();
                    while (values.hasMore() && texts.size() < MOST) {
                        texts.add(joined(String.valueOf(values.next())));
                    }
                }
            } finally {
                dns.close();
            }
        } catch (NamingException e) {
            LOG.atInfo().addKeyValue("error", e.getClass().getSimpleName()).log("dns.unanswered");
        }
        return texts;
    }

    /** A long text comes in pieces, each in quotation marks. */
    static String joined(String value) {
        return value.replace("\" \"", "").replace("\"", "");
    }
}
