// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cases of a phone. */
final class CaseDb {
    final Map<String, PhoneCase> cases = new TreeMap<>();

    CaseDb copy() {
        CaseDb copy = new CaseDb();
        cases.forEach((id, held) -> copy.cases.put(id, held.copy()));
        return copy;
    }

    Set<String> ids() {
        return new TreeSet<>(cases.keySet());
    }

    /** A block of the phone's own form; the engine made sure that the case is there. */
    void applyOwn(Block block) {
        if (block.create() != null || cases.containsKey(block.caseId())) {
            apply(block);
        }
    }

    /**
     * A block of a payload.
     *
     * @throws PayloadRefused when it speaks of a case that is not here
     */
    void applyTold(Block block) {
        if (block.create() == null && !cases.containsKey(block.caseId())) {
            throw new PayloadRefused("case " + block.caseId() + " is changed and was never made");
        }
        apply(block);
    }

    private void apply(Block block) {
        Block.Created create = block.create();
        if (create != null) {
            PhoneCase held = cases.computeIfAbsent(
                    block.caseId(), id -> new PhoneCase(id, create.type(), create.name(), create.owner()));
            held.type = create.type();
            held.name = create.name();
            held.owner = create.owner();
        }
        PhoneCase held = cases.get(block.caseId());
        if (held == null) {
            return;
        }
        block.update().forEach((name, value) -> {
            switch (name) {
                case "case_type" -> held.type = value;
                case "case_name" -> held.name = value;
                case "owner_id" -> held.owner = value;
                default -> held.properties.put(name, value);
            }
        });
        block.links().forEach((name, link) -> {
            if (link.target().isEmpty()) {
                held.links.remove(name);
            } else {
                held.links.put(name, new PhoneLink(link.target(), link.extension()));
            }
        });
        held.closed |= block.close();
    }

    /** What is left when the phone purges. */
    void purge(Set<String> owners) {
        cases.keySet().retainAll(new PhonePurge(this, owners).alive());
    }

    /** The fingerprint as it goes over the wire. */
    String state() {
        BigInteger xor = BigInteger.ZERO;
        for (String id : cases.keySet()) {
            xor = xor.xor(new BigInteger(1, md5(id)));
        }
        return "ccsh:" + (cases.isEmpty() ? "" : "%032x".formatted(xor));
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
