package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.protocol.client.doctor.Layer;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** Marks where on the page stands what the doctor found to be wrong, until it is changed there. */
final class GuiltyCells {

    private static final String GUILTY = "guilty";

    private final TextField url;
    private final TextField path;
    private final ComboBox<?> transports;

    GuiltyCells(TextField url, TextField path, ComboBox<?> transports) {
        this.url = url;
        this.path = path;
        this.transports = transports;
        clearWhen(url.textProperty(), url);
        clearWhen(path.textProperty(), path);
        clearWhen(transports.valueProperty(), transports);
    }

    /** Marks what a layer read, from now on. */
    void follow(Node owner, DoctorViewModel doctor) {
        Listening.to(owner, doctor.guiltyProperty(), ignored -> mark(doctor));
        mark(doctor);
    }

    private void mark(DoctorViewModel doctor) {
        List.of(url, path, transports).forEach(cell -> cell.getStyleClass().remove(GUILTY));
        doctor.guiltyProperty().get().ifPresent(layer -> cells(layer)
                .forEach(cell -> cell.getStyleClass().add(GUILTY)));
    }

    /** Layers whose settings stand in a fold, or on the server alone, have no cell to mark. */
    private List<Styleable> cells(Layer layer) {
        return switch (layer) {
            case NAME, PORT, TLS -> List.of(url);
            case PATH -> List.of(path);
            case TRANSPORT -> List.of(transports);
            case PROXY, HTTP, ENGINE, CORS, NAMESPACE, MIDDLEWARE, PARSER, HEARTBEAT -> List.of();
        };
    }

    private static void clearWhen(ObservableValue<?> changed, Styleable cell) {
        changed.addListener((property, before, now) -> cell.getStyleClass().remove(GUILTY));
    }
}
