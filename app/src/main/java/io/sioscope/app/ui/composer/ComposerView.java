package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Two rows: who sends what to whom, and the arguments. While an acknowledgement is answered, the first row says which. */
@SuppressWarnings("NullAway.Init")
public final class ComposerView extends VBox {

    private static final int PER_LINE = 2;
    private static final double LINE = 32;
    private static final double MOST_PART = 0.4;
    private static final double NARROW = 1000;
    private static final double REPORT_NARROW = 180;
    private static final double REPORT_WIDE = 300;

    private final ComposerViewModel model;
    private final Texts texts;
    private final Consumer<ArgumentRow> pickFile;
    private SuggestField event;

    @FXML
    private HBox emitRow;

    @FXML
    private HBox answerRow;

    @FXML
    private Label answerWords;

    @FXML
    private Button cancelAnswer;

    @FXML
    private Button sendAnswer;

    @FXML
    private Label as;

    @FXML
    private Label eventLabel;

    @FXML
    private Label sender;

    @FXML
    private ComboBox<TargetChoice> target;

    @FXML
    private Label exceptLabel;

    @FXML
    private ComboBox<ExceptChoice> except;

    @FXML
    private ComboBox<String> namespace;

    @FXML
    private HBox eventSlot;

    @FXML
    private CheckBox ack;

    @FXML
    private TextField ackTime;

    @FXML
    private Button send;

    @FXML
    private ScrollPane argumentsScroll;

    @FXML
    private VBox arguments;

    @FXML
    private Button addArgument;

    @FXML
    private Label report;

    /**
     * A composer.
     *
     * @param model what it shows
     * @param texts its words
     * @param sendKey shown beside the button
     * @param pickFile lets a person pick the file of an argument
     */
    public ComposerView(
            ComposerViewModel model, Texts texts, KeyCombination sendKey, Consumer<ArgumentRow> pickFile) {
        this.model = model;
        this.texts = texts;
        this.pickFile = pickFile;
        Fxml.load(this, texts);
        Tips.name(send, texts.get("send"), sendKey);
        Tips.name(sendAnswer, texts.get("answer.send"), sendKey);
    }

    /** Puts the focus where a person begins to type. */
    public void focusFirst() {
        if (model.answeringProperty().get() == null) {
            event.field().requestFocus();
            event.field().selectAll();
        } else {
            focusArgument(0);
        }
    }

    @FXML
    private void initialize() {
        event = new SuggestField(model::suggestions, texts.get("event"), texts.get("event.all"));
        event.field().setId("composer-event");
        event.field().textProperty().bindBidirectional(model.eventProperty());
        event.field().setPromptText(texts.get("event.prompt"));
        HBox.setHgrow(event, Priority.ALWAYS);
        eventSlot.getChildren().setAll(event);
        markWhen(event.field(), model.eventProblemProperty().isNotEmpty());
        sender.textProperty().bind(model.senderProperty());
        namespace.setItems(model.namespaces());
        namespace.valueProperty().bindBidirectional(model.namespaceProperty());
        target.setItems(model.targets());
        target.setConverter(new TargetWords());
        target.valueProperty().bindBidirectional(model.targetProperty());
        except.setItems(model.exceptions());
        except.setConverter(new ExceptWords());
        except.valueProperty().bindBidirectional(model.exceptProperty());
        except.visibleProperty().bind(Bindings.isNotEmpty(model.exceptions()));
        except.managedProperty().bind(except.visibleProperty());
        exceptLabel.visibleProperty().bind(except.visibleProperty());
        exceptLabel.managedProperty().bind(except.visibleProperty());
        model.reachProperty().addListener(ignored -> showReach());
        model.senderProperty().addListener(ignored -> showReach());
        ack.selectedProperty().bindBidirectional(model.ackProperty());
        ackTime.textProperty().bindBidirectional(model.ackTimeProperty());
        ackTime.disableProperty().bind(ack.selectedProperty().not());
        markWhen(ackTime, model.ackTimeWrongProperty());
        send.setGraphic(Icons.of("mdi2s-send"));
        send.setOnAction(pressed -> model.send());
        sendAnswer.setGraphic(Icons.of("mdi2k-keyboard-return"));
        sendAnswer.setOnAction(pressed -> model.send());
        cancelAnswer.setOnAction(pressed -> model.cancelAnswer());
        addArgument.setGraphic(Icons.of("mdi2p-plus"));
        addArgument.setOnAction(pressed -> onAdd());
        Tips.name(addArgument, texts.get("argument.add"), null);
        disableProperty().bind(model.availableProperty().not());
        model.arguments().addListener((ListChangeListener<ArgumentRow>) change -> fill());
        model.reportProperty().addListener(ignored -> showReport());
        model.answeringProperty().addListener(ignored -> showMode(true));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        widthProperty().addListener(ignored -> showWidth());
        arguments.heightProperty().addListener(ignored -> fitArguments());
        sceneProperty().addListener(ignored -> fitArguments());
        fill();
        showReach();
        showReport();
        showMode(false);
        showWidth();
    }

    /** In a narrow window the words of what an icon says as well make room for the arguments. */
    private void showWidth() {
        boolean narrow = getWidth() < NARROW;
        addArgument.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        as.setText(texts.get(narrow ? "as.short" : "as"));
        eventLabel.setVisible(!narrow);
        eventLabel.setManaged(!narrow);
        report.setMaxWidth(narrow ? REPORT_NARROW : REPORT_WIDE);
    }

    private static void markWhen(TextField field, javafx.beans.value.ObservableBooleanValue wrong) {
        ChangeListener<Boolean> mark = (property, before, now) -> {
            field.getStyleClass().remove("invalid");
            if (now) {
                field.getStyleClass().add("invalid");
            }
        };
        var binding = Bindings.createBooleanBinding(wrong::get, wrong);
        binding.addListener(mark);
        field.getProperties().put("mark", binding);
    }

    private void onKey(KeyEvent key) {
        if (key.isAltDown() && key.getCode() == KeyCode.UP) {
            model.historyBack();
            key.consume();
        } else if (key.isAltDown() && key.getCode() == KeyCode.DOWN) {
            model.historyForward();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            model.send();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && model.answeringProperty().get() != null) {
            model.cancelAnswer();
            key.consume();
        }
    }

    private void onAdd() {
        model.addArgument();
        focusArgument(model.arguments().size() - 1);
    }

    private void focusArgument(int index) {
        int seen = 0;
        for (Node line : arguments.getChildren()) {
            for (Node cell : ((HBox) line).getChildren()) {
                if (seen++ == index && cell instanceof ArgumentView view) {
                    view.focusText();
                }
            }
        }
    }

    private void fill() {
        arguments.getChildren().clear();
        int number = 1;
        HBox line = new HBox();
        for (ArgumentRow row : model.arguments()) {
            if ((number - 1) % PER_LINE == 0) {
                line = new HBox();
                line.getStyleClass().add("argument-line");
                arguments.getChildren().add(line);
            }
            ArgumentView view = new ArgumentView(row, texts, model::removeArgument, pickFile);
            view.setRemovable(model.arguments().size() > 1);
            view.number(number++);
            HBox.setHgrow(view, Priority.ALWAYS);
            view.setPrefWidth(100);
            line.getChildren().add(view);
        }
    }

    /** As high as the arguments, up to a part of the window's height. */
    private void fitArguments() {
        double most = getScene() == null ? LINE : Math.max(LINE, getScene().getHeight() * MOST_PART);
        double wanted = Math.clamp(arguments.getHeight(), LINE - 4, most);
        argumentsScroll.setPrefHeight(wanted);
        argumentsScroll.setMinHeight(Math.min(wanted, 2 * LINE - 4));
    }

    private void showMode(boolean focus) {
        var answering = model.answeringProperty().get();
        boolean answers = answering != null;
        emitRow.setVisible(!answers);
        emitRow.setManaged(!answers);
        answerRow.setVisible(answers);
        answerRow.setManaged(answers);
        getStyleClass().remove("answering");
        if (answering != null) {
            getStyleClass().add("answering");
            answerWords.setText(
                    answering.packet() > 0
                            ? texts.get("answer.head", answering.event(), answering.namespace(), answering.packet())
                            : texts.get("answer.head.plain", answering.event(), answering.namespace()));
            if (focus) {
                focusArgument(0);
            }
        }
    }

    private void showReach() {
        int reach = model.reachProperty().get();
        send.setText(model.isHost() ? texts.get("send.many", reach) : texts.get("send"));
    }

    private void showReport() {
        Report now = model.reportProperty().get();
        report.setText(now.words());
        report.setVisible(now.kind() != Report.Kind.NONE);
        report.setManaged(report.isVisible());
        report.setTooltip(now.words().isEmpty() ? null : new Tooltip(now.words()));
        report.getStyleClass().removeAll("fault", "ack", "quiet");
        report.setGraphic(switch (now.kind()) {
            case NONE -> null;
            case SENT -> Icons.small("mdi2c-check", "quiet");
            case WAITING -> Icons.small("mdi2t-timer-sand", "ack");
            case ACKNOWLEDGED -> Icons.small("mdi2k-keyboard-return", "ack");
            case UNANSWERED -> Icons.small("mdi2c-comment-remove-outline", "fault");
            case REFUSED -> Icons.small("mdi2a-alert-octagon", "fault");
        });
        report.getStyleClass().add(switch (now.kind()) {
            case NONE, SENT -> "quiet";
            case WAITING, ACKNOWLEDGED -> "ack";
            case UNANSWERED, REFUSED -> "fault";
        });
    }

    private static final class ExceptWords extends StringConverter<ExceptChoice> {
        @Override
        public String toString(@org.jspecify.annotations.Nullable ExceptChoice choice) {
            return choice == null ? "" : choice.words();
        }

        @Override
        public @org.jspecify.annotations.Nullable ExceptChoice fromString(String words) {
            return null;
        }
    }

    private static final class TargetWords extends StringConverter<TargetChoice> {
        @Override
        public String toString(@org.jspecify.annotations.Nullable TargetChoice choice) {
            return choice == null ? "" : choice.words();
        }

        @Override
        public @org.jspecify.annotations.Nullable TargetChoice fromString(String words) {
            return null;
        }
    }
}
