package org.homeward.local.demo;

import java.io.PrintStream;

/** Tells what happens while it happens. */
record Progress(PrintStream out) {

    void say(String what) {
        out.println("  " + what);
    }
}
