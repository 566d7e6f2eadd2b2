import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** As little of a window as JavaFX can show: what any program that starts on the same runtime has to pay. */
public final class Bare {

    private Bare() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new VBox(new Label("bare"), new Button("button")), 1100, 700));
            stage.setTitle("Bare");
            stage.show();
        }
    }
}
