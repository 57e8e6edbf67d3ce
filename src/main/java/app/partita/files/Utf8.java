package app.partita.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text out of bytes that must be UTF-8: a reader of JSON guesses otherwise, and cannot always write its guess again. */
public final class Utf8 {

    private Utf8() {
    }

    /** @throws CharacterCodingException if the bytes are no text */
    public static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
