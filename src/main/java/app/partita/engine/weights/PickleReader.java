package app.partita.engine.weights;

import app.partita.engine.weights.PickleValue.Global;
import app.partita.engine.weights.PickleValue.Tuple;
import app.partita.fault.Fault;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Interprets the opcodes of a pickle (protocol 2, those that PyTorch writes) without ever executing anything.
 *
 * <p>Python's values become {@code String, Long, BigInteger, Double, Boolean, null, List, Map<String, …>} or a
 * {@link PickleValue}; dictionary entries whose key is no string are left out. Values may contain themselves, so
 * never walk them without a limit.
 */
final class PickleReader {

    private static final int LONGEST_LINE = 1000;

    private final String origin;
    private final ByteBuffer in;
    private final PickleCalls calls;
    private final List<Object> stack = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    PickleReader(String origin, byte[] pickle) {
        this.origin = origin;
        this.in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
        this.calls = new PickleCalls(origin);
    }

    /** The value that the pickle describes. */
    Object read() throws Fault {
        try {
            for (int opcode = in.get() & 0xff; opcode != '.'; opcode = in.get() & 0xff) {
                step(opcode);
            }
            return pop();
        } catch (BufferUnderflowException e) {
            throw Damage.in(origin, "the pickle is cut short", e);
        }
    }

    private void step(int opcode) throws Fault {
        switch (opcode) {
            case 0x80 -> in.get();
            case '}' -> stack.add(new LinkedHashMap<String, Object>());
            case ']' -> stack.add(new ArrayList<>());
            case ')' -> stack.add(new Tuple(List.of()));
            case '(' -> marks.add(stack.size());
            case 'X' -> stack.add(text(in.getInt()));
            case 'J' -> stack.add((long) in.getInt());
            case 'K' -> stack.add((long) (in.get() & 0xff));
            case 'M' -> stack.add((long) (in.getShort() & 0xffff));
            case 0x8a -> stack.add(bigNumber(in.get() & 0xff));
            case 'G' -> stack.add(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'N' -> stack.add(null);
            case 'q' -> memo.put(in.get() & 0xff, peek());
            case 'r' -> memo.put(in.getInt(), peek());
            case 'h' -> recall(in.get() & 0xff);
            case 'j' -> recall(in.getInt());
            case 'c' -> stack.add(new Global(line(), line()));
            case 't' -> tuple(popToMark());
            case 0x85 -> tuple(pop(1));
            case 0x86 -> tuple(pop(2));
            case 0x87 -> tuple(pop(3));
            case 's' -> setItems(pop(2));
            case 'u' -> setItems(popToMark());
            case 'a' -> append(pop(1));
            case 'e' -> append(popToMark());
            case 'Q' -> stack.add(calls.storage(pop()));
            case 'R' -> call();
            // A state to set on an object: there are no objects, and the tensors need none.
            case 'b' -> pop();
            default -> throw Damage.in(origin, "the pickle has the unknown opcode 0x%02x".formatted(opcode));
        }
    }

    private void call() throws Fault {
        Object arguments = pop();
        Object callable = pop();
        stack.add(calls.describe(callable, arguments));
    }

    private void tuple(List<Object> items) {
        stack.add(new Tuple(Collections.unmodifiableList(items)));
    }

    private void setItems(List<Object> items) throws Fault {
        if (items.size() % 2 != 0) {
            throw broken();
        }
        if (peek() instanceof PickleValue.Opaque) {
            return;
        }
        Map<String, Object> target = asMap(peek());
        for (int i = 0; i < items.size(); i += 2) {
            if (items.get(i) instanceof String key) {
                target.put(key, items.get(i + 1));
            }
        }
    }

    private void append(List<Object> items) throws Fault {
        if (!(peek() instanceof PickleValue.Opaque)) {
            asList(peek()).addAll(items);
        }
    }

    // The interpreter itself makes every map and list that can be on its stack.
    @SuppressWarnings("unchecked")
    private Map<String, Object> asMap(Object value) throws Fault {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw broken();
    }

    @SuppressWarnings("unchecked")
    private List<Object> asList(Object value) throws Fault {
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw broken();
    }

    private void recall(int key) throws Fault {
        if (!memo.containsKey(key)) {
            throw broken();
        }
        stack.add(memo.get(key));
    }

    private Object peek() throws Fault {
        if (stack.size() <= floor()) {
            throw broken();
        }
        return stack.getLast();
    }

    private Object pop() throws Fault {
        peek();
        return stack.removeLast();
    }

    private List<Object> pop(int count) throws Fault {
        int from = stack.size() - count;
        if (from < floor()) {
            throw broken();
        }
        return popFrom(from);
    }

    private List<Object> popToMark() throws Fault {
        if (marks.isEmpty()) {
            throw broken();
        }
        return popFrom(marks.removeLast());
    }

    private List<Object> popFrom(int from) {
        List<Object> top = stack.subList(from, stack.size());
        List<Object> items = new ArrayList<>(top);
        top.clear();
        return items;
    }

    /** Nothing below the last mark can be taken before the mark itself. */
    private int floor() {
        return marks.isEmpty() ? 0 : marks.getLast();
    }

    private String text(int length) throws Fault {
        if (length < 0 || length > in.remaining()) {
            throw broken();
        }
        String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private String line() throws Fault {
        int start = in.position();
        while (in.get() != '\n') {
            if (in.position() - start > LONGEST_LINE) {
                throw broken();
            }
        }
        return new String(in.array(), start, in.position() - 1 - start, StandardCharsets.UTF_8);
    }

    private Object bigNumber(int length) {
        byte[] bigEndian = new byte[length + 1];
        for (int i = length; i > 0; i--) {
            bigEndian[i] = in.get();
        }
        bigEndian[0] = length > 0 && bigEndian[1] < 0 ? (byte) -1 : 0;
        BigInteger number = new BigInteger(bigEndian);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private Fault broken() {
        return Damage.in(origin, "the pickle is damaged");
    }
}
