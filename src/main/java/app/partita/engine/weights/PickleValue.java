package app.partita.engine.weights;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an interpreted pickle can hold besides strings, numbers, truth values, null, lists and dictionaries: inert
 * descriptions, never live objects.
 */
sealed interface PickleValue {

    /** A name of something in Python, which is only ever compared with names. */
    record Global(String module, String name) implements PickleValue {

        @Override
        public String toString() {
            return Damage.printable(module + "." + name);
        }
    }

    /** The result of something that is not needed here and was not done. */
    record Opaque(Global made) implements PickleValue {
    }

    /** A tuple; may hold null. */
    record Tuple(List<Object> items) implements PickleValue {
    }

    /** A Python fraction as written, not reduced. */
    record Fraction(long numerator, long denominator) implements PickleValue {

        private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:/(\\d{1,9}))?");

        static Optional<Fraction> parse(String text) {
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            long denominator = matcher.group(2) == null ? 1 : Long.parseLong(matcher.group(2));
            return Optional.of(new Fraction(Long.parseLong(matcher.group(1)), denominator));
        }
    }

    /** Numbers kept in another entry of the zip: {@code type} such as {@code torch.HalfStorage}. */
    record Storage(Global type, String key, long count) implements PickleValue {
    }

    /** A view into a storage; offset and strides in numbers. */
    record TensorView(Storage storage, long offset, List<Long> sizes, List<Long> strides) implements PickleValue {
    }
}
