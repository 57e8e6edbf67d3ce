package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the constructor arguments saved with a network; what is not there is as in the released one.
 *
 * <p>Values are strings, numbers, lists, or a pickled {@link PickleValue.Fraction}.
 */
final class ArgumentsReader {

    private static final int LONGEST_SEGMENT_SECONDS = 60;
    private static final int MOST_HEADS = 1024;
    private static final int MOST_SOURCES = 16;
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9_]{1,32}");

    private final String origin;
    private final Map<?, ?> arguments;

    ArgumentsReader(String origin, Map<?, ?> arguments) {
        this.origin = origin;
        this.arguments = arguments;
    }

    ModelArguments read() throws Fault {
        ModelArguments released = ModelArguments.RELEASED;
        PickleValue.Fraction segment = segment();
        double embedding = number("freq_emb", 0.2) * number("emb_scale", 10);
        if (!Double.isFinite(embedding)) {
            throw strange("freq_emb");
        }
        double heads = number("t_heads", released.transformerHeads());
        if (heads < 1 || heads > MOST_HEADS || heads != Math.rint(heads)) {
            throw strange("t_heads");
        }
        // 0.2 · 10 is exactly 2 in double, as it is upstream.
        return new ModelArguments((int) segment.numerator(), (int) segment.denominator(), (int) heads, embedding,
                sources());
    }

    private PickleValue.Fraction segment() throws Fault {
        PickleValue.Fraction segment = switch (arguments.get("segment")) {
            case null -> new PickleValue.Fraction(
                    ModelArguments.RELEASED.segmentNumerator(), ModelArguments.RELEASED.segmentDenominator());
            case PickleValue.Fraction fraction -> fraction;
            case String text -> fraction(text);
            case BigInteger ignored -> throw strange("segment");
            case Number number -> fraction(number.doubleValue());
            default -> throw strange("segment");
        };
        if (segment.numerator() < 1 || segment.denominator() < 1
                || segment.numerator() > Integer.MAX_VALUE || segment.denominator() > Integer.MAX_VALUE
                || segment.numerator() / segment.denominator() >= LONGEST_SEGMENT_SECONDS) {
            throw strange("segment");
        }
        return segment;
    }

    private PickleValue.Fraction fraction(String text) throws Fault {
        return PickleValue.Fraction.parse(text).orElseThrow(() -> strange("segment"));
    }

    private PickleValue.Fraction fraction(double seconds) throws Fault {
        if (!(seconds > 0 && seconds < LONGEST_SEGMENT_SECONDS)) {
            throw strange("segment");
        }
        BigDecimal millionths = BigDecimal.valueOf(seconds).movePointRight(6);
        return new PickleValue.Fraction(millionths.longValue(), 1_000_000);
    }

    private double number(String name, double otherwise) throws Fault {
        return switch (arguments.get(name)) {
            case null -> otherwise;
            case Number number -> number.doubleValue();
            default -> throw strange(name);
        };
    }

    private List<String> sources() throws Fault {
        Object value = arguments.get("sources");
        if (value == null) {
            return ModelArguments.RELEASED.sources();
        }
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST_SOURCES) {
            throw strange("sources");
        }
        List<String> sources = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof String name) || !SOURCE.matcher(name).matches()) {
                throw strange("sources");
            }
            sources.add(name);
        }
        return sources;
    }

    private Fault strange(String name) {
        return Damage.in(origin, "the saved argument " + name + " makes no sense");
    }
}
