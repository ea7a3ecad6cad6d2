package org.homeward.local.demo;

import java.io.PrintStream;

/** Tells what happens while it happens. */
record Progress(PrintStream out) {

    void say(DemoCase one, String what) {
        out.printf("  case %s: %s%n", one.name(), what);
    }

    void say(String what) {
        out.println("  " + what);
    }
}
