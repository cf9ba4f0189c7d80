// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What phones can show of a media file. */
public enum MediaKind {
    IMAGE("CommCareImage", "image", "png", "jpg", "jpeg", "gif", "bmp", "webp"),
    AUDIO("CommCareAudio", "audio", "mp3", "wav", "ogg", "oga", "opus", "m4a", "aac", "amr", "3ga", "flac"),
    VIDEO("CommCareVideo", "video", "mp4", "m4v", "3gp", "3g2", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "ogv");

    /** How much of a file tells of which kind it is. */
    public static final int HEAD = 16;

    private static final int FREE = 0x100;

    private final String mediaType;
    private final String word;
    private final Set<String> endings;

    MediaKind(String mediaType, String word, String... endings) {
        this.mediaType = mediaType;
        this.word = word;
        this.endings = Set.of(endings);
    }

    /** The class in its address. */
    public String mediaType() {
        return mediaType;
    }

    /** As it stands in paths. */
    public String word() {
        return word;
    }

    /** The kind of a path, by how it ends. */
    public static Optional<MediaKind> of(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }

    /** Whether content that begins so can be of this kind. */
    public boolean begins(byte[] head) {
        return switch (this) {
            case IMAGE ->
                starts(head, 0x89, 'P', 'N', 'G')
                        || starts(head, 0xff, 0xd8, 0xff)
                        || starts(head, 'G', 'I', 'F', '8')
                        || starts(head, 'B', 'M')
                        || riff(head, "WEBP");
            case AUDIO ->
                starts(head, 'I', 'D', '3')
                        || isFrameSync(head)
                        || starts(head, 'O', 'g', 'g', 'S')
                        || starts(head, 'f', 'L', 'a', 'C')
                        || starts(head, '#', '!', 'A', 'M', 'R')
                        || starts(head, 'A', 'D', 'I', 'F')
                        || riff(head, "WAVE")
                        || isIsoMedia(head);
            case VIDEO ->
                isIsoMedia(head)
                        || starts(head, 0x1a, 0x45, 0xdf, 0xa3)
                        || starts(head, 'O', 'g', 'g', 'S')
                        || starts(head, 0, 0, 1, 0xba)
                        || starts(head, 0, 0, 1, 0xb3)
                        || riff(head, "AVI ");
        };
    }

    private static boolean isIsoMedia(byte[] head) {
        return starts(head, FREE, FREE, FREE, FREE, 'f', 't', 'y', 'p');
    }

    /** The eleven bits with which each piece of an MP3 or AAC stream begins. */
    private static boolean isFrameSync(byte[] head) {
        return head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xe0) == 0xe0;
    }

    private static boolean riff(byte[] head, String form) {
        return starts(head, 'R', 'I', 'F', 'F')
                && head.length >= 12
                && new String(head, 8, 4, StandardCharsets.ISO_8859_1).equals(form);
    }

    private static boolean starts(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != FREE && (head[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
