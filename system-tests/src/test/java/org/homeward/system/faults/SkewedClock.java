package org.homeward.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A JVM's system clock that is wrong by a fixed time: its class in {@code java.base} is replaced by
 * a changed copy, so the program under test knows nothing of it.
 */
final class SkewedClock {

    private static final String CLASS = "java/time/Clock$SystemClock.class";
    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

    private SkewedClock() {}

    /**
     * Options of a JVM whose clock is behind.
     *
     * @param directory for the changed class
     */
    static List<String> behind(Duration by, Path directory) {
        try {
            var patch = directory.resolve("clock-" + by.toSeconds());
            var target = patch.resolve(CLASS);
            Files.createDirectories(target.getParent());
            Files.write(target, changed(-by.toSeconds()));
            return List.of("--patch-module=java.base=" + patch);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] changed(long seconds) throws IOException {
        var original = Files.readAllBytes(Path.of(URI.create("jrt:/java.base/" + CLASS)));
        CodeTransform later =
                (code, element) -> {
                    if (element instanceof ReturnInstruction end) {
                        if (end.opcode() == Opcode.LRETURN) {
                            code.loadConstant(seconds * 1000).ladd();
                        } else if (end.opcode() == Opcode.ARETURN) {
                            code.loadConstant(seconds)
                                    .invokevirtual(
                                            INSTANT,
                                            "plusSeconds",
                                            MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
                        }
                    }
                    code.with(element);
                };
        var file = ClassFile.of();
        return file.transformClass(
                file.parse(original),
                ClassTransform.transformingMethodBodies(SkewedClock::tellsTime, later));
    }

    private static boolean tellsTime(MethodModel method) {
        var name = method.methodName().stringValue();
        return name.equals("instant") || name.equals("millis");
    }
}
