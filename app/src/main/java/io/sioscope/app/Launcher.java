package io.sioscope.app;

/**
 * Starts the program. It does not extend JavaFX's Application, so that JavaFX may lie on the class path.
 */
public final class Launcher {

  private Launcher() {}

  /**
   * Runs the program on the calling thread.
   *
   * @param args the command line
   */
  public static void main(String[] args) {}
}
