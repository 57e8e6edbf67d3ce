package app.partita.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Keeps the house in order: who uses whom, which library lives where, where threads are started. */
@AnalyzeClasses(packages = "app.partita", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "app.partita";

    @ArchTest
    static final ArchRule arrows = classes().should(Arrows.ofTheHouse().areKept())
            .because("whoever reads the folder list shall know the flow: file, audio, engine, stems, job, player");

    @ArchTest
    static final ArchRule vectorApi = only("..engine.kernels.simd..").mayUse("jdk.incubator.vector..")
            .because("each kernel has a readable scalar twin, and one place chooses between them");

    @ArchTest
    static final ArchRule javaFx = only("..ui..", ROOT).mayUse("javafx..")
            .because("separating from a terminal or a test needs no window");

    @ArchTest
    static final ArchRule viewModels = noClasses().that().haveNameMatching(".*(ViewModel|JobRow)")
            .should().dependOnClassesThat(resideInAnyPackage("javafx..")
                    .and(resideOutsideOfPackages("javafx.beans..", "javafx.collections..")))
            .because("a view model is tested without a stage")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule sound = only("..player..").mayUse("javax.sound..")
            .because("one clock and one sink play everything");

    @ArchTest
    static final ArchRule ffmpeg = only("..audio..").mayUse("org.bytedeco..")
            .because("a crash in native code may end one song's decoder, not the program");

    @ArchTest
    static final ArchRule tarsosDsp = only("..analysis..", "..player..").mayUse("be.tarsos..")
            .because("it writes to the standard output and hears one channel: both are dealt with there");

    @ArchTest
    static final ArchRule jTransforms = only("..audio.spectra..").mayUse("org.jtransforms..", "pl.edu.icm..")
            .because("another Fourier transform may be better one day");

    @ArchTest
    static final ArchRule picocli = only("..cli..", ROOT).mayUse("picocli..")
            .because("options and their wording belong to the command line");

    @ArchTest
    static final ArchRule systemFolders = only("..settings..").mayUse("dev.dirs..")
            .because("everything else is handed its folders");

    @ArchTest
    static final ArchRule network = noClasses().that().resideOutsideOfPackage("..models..")
            .should().dependOnClassesThat(describe("reach a network", type -> type.getPackageName().startsWith("java.net.http")
                    || Set.of("java.net.Socket", "java.net.ServerSocket", "java.net.DatagramSocket",
                            "java.net.HttpURLConnection", "java.net.InetAddress", "java.net.InetSocketAddress",
                            "java.nio.channels.DatagramChannel").contains(type.getName())))
            .because("nothing but the fetching of a model reaches a network; windows meet by a file's socket");

    @ArchTest
    static final ArchRule codeFromData = noClasses().should().dependOnClassesThat(describe("load code",
                    type -> Set.of("java.io.ObjectInputStream", "java.net.URLClassLoader", "javax.script.ScriptEngine",
                            "javax.script.ScriptEngineManager").contains(type.getName())
                            || type.isAssignableTo(ClassLoader.class) && !type.getName().equals("java.lang.ClassLoader")))
            .because("no code is ever loaded out of data, nor objects by the language's own format");

    @ArchTest
    static final ArchRule loggingBackend = only("..cli..", ROOT).mayUse("java.util.logging..")
            .because("code logs through System.Logger; where it goes is set up once");

    @ArchTest
    static final ArchRule threads = noClasses().that().resideOutsideOfPackages("..jobs..", "..player..",
                    ROOT + ".engine", "..engine.kernels..", "..engine.tensor..", "..models..", "..settings..", "..ui..")
            .should().accessTargetWhere(startsThreads())
            .because("the cap on threads and a quick cancel hold only if few places start them")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule commonPool = noClasses().should().callMethodWhere(target("parallel streams",
                    Set.of("parallel", "parallelStream"), "java\\.util\\..*"))
            .because("they would run on threads that the setting does not cap");

    @ArchTest
    static final ArchRule sleeping = noClasses().should().callMethodWhere(target("Thread.sleep", Set.of("sleep"),
                    "java\\.lang\\.Thread"))
            .because("there is a condition to wait for instead, and a cancel must not wait");

    @ArchTest
    static final ArchRule standardOutput = noClasses().that().resideOutsideOfPackage("..cli..")
            .should().accessField(System.class, "out")
            .because("what the program prints is for the command line to decide")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule standardError = noClasses().that().resideOutsideOfPackages("..cli..", ROOT)
            .should().accessField(System.class, "err")
            .orShould().callMethodWhere(printsStackTrace())
            .because("failures are thrown or logged, not printed in passing")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule staticState = fields().that().areStatic().should().beFinal()
            .because("two engines, two queues or two tests must not meet in a static field")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule staticContainers = noFields().that().areStatic()
            .should().haveRawType(describe("that can change",
                    type -> type.getPackageName().startsWith("java.util.concurrent")
                            || type.isAssignableTo(AbstractCollection.class)
                            || type.isAssignableTo(AbstractMap.class)
                            || type.isAssignableTo(StringBuilder.class)))
            .because("a final field may still hold state that everyone shares")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule drawing = noClasses().that().resideInAPackage("..ui..")
            .and().doNotHaveSimpleName("DesktopPrograms")
            .should().accessTargetWhere(waits())
            .because("a thread that draws does not wait for disks, networks and programs: what may wait is handed over");

    @ArchTest
    static final ArchRule ordersToTheQueue = noClasses().that().resideInAPackage("..ui..")
            .and().haveSimpleNameNotEndingWith("QueueDesk").and().doNotHaveSimpleName("Shell")
            .should().callMethodWhere(target("the queue or a disk is asked", Set.of("add", "restore", "relocate",
                    "deleteStems", "cancel", "retry", "remove", "undo", "move", "pause", "resume", "jobs", "batch",
                    "walk", "discard", "writeTo"),
                    "app\\.partita\\.(jobs\\.(JobQueue|SongWalker|host\\.Trash)|demo\\.DemoFiles)"))
            .because("these two hand it to a thread of the workers");

    private static Library only(String... packages) {
        return libraries -> noClasses().that().resideOutsideOfPackages(packages)
                .should().dependOnClassesThat().resideInAnyPackage(libraries)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaAccess<?>> startsThreads() {
        return describe("starts threads", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            return owner.isAssignableTo(Thread.class) && Set.of("start", "startVirtualThread").contains(name)
                    || owner.isAssignableTo(Thread.Builder.class) && name.equals("start")
                    || owner.isEquivalentTo(Executors.class)
                    || name.equals("<init>")
                            && (owner.isAssignableTo(Executor.class) || owner.isAssignableTo(Timer.class));
        });
    }

    private static DescribedPredicate<JavaAccess<?>> waits() {
        return describe("waits for a disk, a network or a program", access -> {
            JavaClass owner = access.getTargetOwner();
            return Set.of("java.nio.file.Files", "java.lang.ProcessBuilder", "java.io.RandomAccessFile",
                    "java.io.FileInputStream", "java.io.FileOutputStream", "java.net.Socket").contains(owner.getName())
                    || owner.getPackageName().startsWith("java.nio.channels")
                    || owner.getPackageName().startsWith("java.net.http");
        });
    }

    private static DescribedPredicate<JavaMethodCall> printsStackTrace() {
        return describe("a stack trace is printed", call -> call.getTarget().getName().equals("printStackTrace")
                && call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static <T extends JavaAccess<?>> DescribedPredicate<T> target(
            String description, Set<String> names, String owner) {
        Pattern owners = Pattern.compile(owner);
        return describe(description, access -> names.contains(access.getTarget().getName())
                && owners.matcher(access.getTargetOwner().getName()).matches());
    }

    /** The rest of a rule about where a library may be used. */
    private interface Library {

        ArchRule mayUse(String... libraries);
    }
}
