package app.partita.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which part of the program may use which: everything not drawn here is forbidden. A part is a package with the
 * packages below it, as far as these are no parts themselves; {@code engine} is thus its root alone.
 */
final class Arrows {

    private static final String BASE = "app.partita";
    private static final String ROOT = "(Main, Wiring)";

    private final Map<String, Set<String>> allowed = new LinkedHashMap<>();

    /** The house as it is meant to be. */
    static Arrows ofTheHouse() {
        Arrows arrows = new Arrows();
        arrows.part("fault").uses();
        arrows.part("files").uses();
        arrows.part("settings").uses("files");
        arrows.part("audio").uses("files");
        arrows.part("audio.peaks").uses("files");
        arrows.part("analysis").uses("audio");
        arrows.part("stems").uses("audio", "files");
        arrows.part("engine").uses("audio", "stems", "engine.chunks", "engine.htdemucs", "engine.weights");
        arrows.part("engine.chunks").uses();
        arrows.part("engine.htdemucs").uses("engine", "stems", "engine.weights", "engine.nn", "engine.kernels",
                "engine.dsp", "engine.tensor");
        arrows.part("engine.weights").uses("engine", "stems", "files", "engine.tensor");
        arrows.part("engine.nn").uses("engine.kernels", "engine.dsp", "engine.tensor");
        arrows.part("engine.kernels").uses();
        arrows.part("engine.dsp").uses("engine.kernels", "engine.tensor");
        arrows.part("engine.tensor").uses();
        arrows.part("models").uses("engine", "files");
        arrows.part("demo").uses("audio", "stems");
        arrows.part("player").uses("audio", "stems", "files");
        arrows.part("jobs").uses("audio", "analysis", "stems", "engine", "models", "files");
        arrows.part("cli").usesAllBut("ui");
        arrows.part("ui").usesAllBut("cli", "engine.chunks", "engine.htdemucs", "engine.weights", "engine.nn",
                "engine.kernels", "engine.dsp", "engine.tensor");
        arrows.part(ROOT).usesAllBut();
        return arrows;
    }

    /** Met by a class all of whose uses of other parts are drawn. */
    ArchCondition<JavaClass> areKept() {
        return new ArchCondition<>("use only the parts that an arrow leads to") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                if (partOf(user) == null) {
                    events.add(SimpleConditionEvent.violated(user,
                            user.getName() + " is in a package that has no place among the arrows"));
                    return;
                }
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    if (!isAllowed(user, dependency.getTargetClass().getBaseComponentType())) {
                        events.add(SimpleConditionEvent.violated(user, partOf(user) + " may not use "
                                + partOf(dependency.getTargetClass().getBaseComponentType()) + ": "
                                + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private boolean isAllowed(JavaClass user, JavaClass used) {
        if (!used.getPackageName().equals(BASE) && !used.getPackageName().startsWith(BASE + ".")) {
            return true;
        }
        String from = partOf(user);
        String to = partOf(used);
        return from.equals(to) || "fault".equals(to) || to != null && allowed.get(from).contains(to);
    }

    private String partOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(BASE)) {
            return ROOT;
        }
        String below = name.substring(BASE.length() + 1);
        while (!allowed.containsKey(below)) {
            int dot = below.lastIndexOf('.');
            if (dot < 0) {
                return null;
            }
            below = below.substring(0, dot);
        }
        return below;
    }

    private Part part(String name) {
        allowed.put(name, Set.of());
        return new Part(name);
    }

    private final class Part {

        private final String name;

        private Part(String name) {
            this.name = name;
        }

        void uses(String... others) {
            allowed.put(name, Set.of(others));
        }

        /** To be called after all parts below this one are there; nothing uses Main and Wiring. */
        void usesAllBut(String... others) {
            Set<String> all = new TreeSet<>(allowed.keySet());
            Set.of(others).forEach(all::remove);
            allowed.put(name, all);
        }
    }
}
