package app.partita.testkit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Says, even where Maven is quiet, which tests were skipped for want of something, and of what. */
public final class SkippedTests implements TestExecutionListener {

    private static final Logger LOG = System.getLogger(SkippedTests.class.getName());

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            LOG.log(Level.WARNING, "skipped: {0}: {1}", name(test),
                    result.getThrowable().map(Throwable::getMessage).orElse("for no reason told"));
        }
    }

    private static String name(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(method -> method.getClassName() + "." + method.getMethodName()
                        + (test.getDisplayName().startsWith("[") ? " " + test.getDisplayName() : ""))
                .orElse(test.getDisplayName());
    }
}
