// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.Map;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Value;

/** Check digits, short ids, secrets and JSON. */
final class CodeFunctions {

    private CodeFunctions() {}

    static final Map<String, Body> ALL = Map.of(
            "checksum", CodeFunctions::checksum,
            "id-compress", CodeFunctions::compress,
            "encrypt-string", CodeFunctions::encrypt,
            "decrypt-string", CodeFunctions::decrypt,
            "json-property", in -> Value.of(JsonText.property(in.text(0), in.text(1))));

    private static Value checksum(Arguments in) {
        String kind = in.text(0);
        if (!kind.equals("verhoeff")) {
            throw new EvaluationFailed("There is no checksum " + kind + ".");
        }
        return Value.of(Verhoeff.checkDigit(in.text(1)));
    }

    private static Value compress(Arguments in) {
        CompressedId id = new CompressedId(in.text(1), in.text(2), in.text(3), in.whole(4));
        return Value.of(id.of(in.whole(0)));
    }

    private static Value encrypt(Arguments in) {
        byte[] nonce = new byte[SecretText.NONCE];
        in.surroundings().random().nextBytes(nonce);
        return Value.of(secret(in).encrypt(in.text(0), nonce));
    }

    private static Value decrypt(Arguments in) {
        return Value.of(secret(in).decrypt(in.text(0)));
    }

    private static SecretText secret(Arguments in) {
        String algorithm = in.text(2);
        if (!algorithm.equals("AES")) {
            throw new EvaluationFailed("There is no encryption " + algorithm + ".");
        }
        return SecretText.with(in.text(1));
    }
}
