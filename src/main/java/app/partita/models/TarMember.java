package app.partita.models;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Takes one plain file out of a tar stream (ustar), and refuses archives that try to leave their folder. */
final class TarMember {

    private static final int BLOCK = 512;
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    private final String member;
    private final long expectedSize;

    TarMember(String member, long expectedSize) {
        this.member = member;
        this.expectedSize = expectedSize;
    }

    /** Copies the member to {@code out}; {@code copied} is told the bytes so far. */
    void copy(InputStream tar, OutputStream out, LongConsumer copied) throws IOException {
        byte[] header = new byte[BLOCK];
        while (tar.readNBytes(header, 0, BLOCK) == BLOCK && !isZero(header)) {
            requireChecksum(header);
            String name = name(header);
            requireInside(name);
            long size = octal(header, SIZE, SIZE_LENGTH);
            if (name.equals(member) && (header[TYPE] == '0' || header[TYPE] == 0)) {
                if (size != expectedSize) {
                    throw new IOException(member + " has " + size + " bytes, not " + expectedSize);
                }
                copy(tar, out, size, copied);
                return;
            }
            tar.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
        }
        throw new IOException("the package does not hold " + member);
    }

    private static void copy(InputStream tar, OutputStream out, long size, LongConsumer copied) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int n = tar.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new EOFException("the package is cut short");
            }
            out.write(buffer, 0, n);
            left -= n;
            copied.accept(size - left);
        }
    }

    private static void requireInside(String name) throws IOException {
        boolean climbs = Arrays.asList(name.split("[/\\\\]")).contains("..");
        if (climbs || name.startsWith("/") || name.startsWith("\\") || name.indexOf(':') >= 0) {
            throw new IOException("the package holds a path that leaves its folder");
        }
    }

    private static String name(byte[] header) {
        String name = text(header, NAME, NAME_LENGTH);
        boolean ustar = text(header, 257, 5).equals("ustar");
        String prefix = ustar ? text(header, PREFIX, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) throws IOException {
        String digits = text(header, from, length).strip();
        if (!digits.matches("[0-7]{1,11}")) {
            throw new IOException("the package is damaged");
        }
        return Long.parseLong(digits, 8);
    }

    /** The sum of all bytes, those of the checksum itself counted as spaces. */
    private static void requireChecksum(byte[] header) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH ? ' ' : header[i] & 0xff;
        }
        if (sum != octal(header, CHECKSUM, CHECKSUM_LENGTH)) {
            throw new IOException("the package is damaged");
        }
    }

    private static boolean isZero(byte[] header) {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
