package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.composer.AnswerOffer;
import io.sioscope.app.ui.kit.TextScale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;

/** What every command of the window does, and when it can be done. JavaFX thread. */
record WindowCommands(
        Shell shell, Commands commands, ShellViewModel model, Pages pages, Transfers transfers, FilesPort files) {

    /**
     * Gives every command its action.
     *
     * @param quit closes the window
     */
    void install(Runnable quit) {
        commands.set(CommandId.CONNECT, () -> shell.go(new Place.NewConnection()));
        commands.set(CommandId.HOST, () -> shell.go(new Place.NewHost()));
        commands.set(CommandId.DEMO, shell::startDemo);
        commands.set(CommandId.LINK, shell.doing()::link, model.inSessionProperty());
        commands.set(CommandId.DOCTOR, () -> pages.diagnose(model), model.connectionProperty());
        commands.set(
                CommandId.JOIN_ROOM,
                () -> pages.askForRoom(model),
                Bindings.and(model.connectionProperty(), model.inSessionProperty()));
        commands.set(CommandId.DUPLICATE, () -> shell.doing().duplicate(shell.selected()), model.inSessionProperty());
        commands.set(CommandId.CLOSE, () -> shell.doing().close(shell.selected()), model.inSessionProperty());
        commands.set(CommandId.OPEN, () -> files.pickCapture().ifPresent(transfers::open));
        commands.set(CommandId.EXPORT, this::export, model.hasPacketsProperty());
        commands.set(CommandId.QUIT, quit);
        view();
        traffic();
        send();
        inspect();
    }

    private void view() {
        commands.set(CommandId.PAGE, () -> model.tab(Place.Tab.PAGE), model.inSessionProperty());
        commands.set(CommandId.TRAFFIC, () -> model.tab(Place.Tab.TRAFFIC), model.inSessionProperty());
        commands.set(CommandId.MAP, shell::showMap, model.hostingProperty());
        commands.set(CommandId.REGION, shell::nextRegion);
        Choices choices = shell.choices();
        commands.set(CommandId.SETTINGS, shell::toggleSettings);
        commands.set(CommandId.THEME, choices::changeTheme);
        commands.set(CommandId.LANGUAGE, () -> choices.changeLanguage(shell.texts().locale()));
        commands.set(CommandId.TEXT_BIGGER, () -> choices.changeTextSize(choices.appearance().scale().bigger()));
        commands.set(CommandId.TEXT_SMALLER, () -> choices.changeTextSize(choices.appearance().scale().smaller()));
        commands.set(CommandId.TEXT_NORMAL, () -> choices.changeTextSize(TextScale.SIZES.getFirst()));
        commands.set(CommandId.PALETTE, shell::togglePalette);
        commands.set(CommandId.SHORTCUTS, shell::toggleShortcuts);
    }

    private void traffic() {
        var inTraffic = model.inTrafficProperty();
        commands.set(CommandId.FILTER, () -> pages.trafficView().focusFilter(), inTraffic);
        commands.set(CommandId.HEARTBEATS, () -> toggle(pages.traffic().heartbeatsProperty()), inTraffic);
        commands.set(CommandId.PAUSE, () -> toggle(pages.traffic().pausedProperty()), inTraffic);
        commands.set(CommandId.FOLLOW, () -> pages.trafficView().follow(), inTraffic);
        commands.set(CommandId.CLEAR, () -> pages.traffic().clear(), inTraffic);
        commands.set(CommandId.COPY_ROWS, pages::copyRows, inTraffic);
        commands.set(CommandId.ANSWER, this::answer, inTraffic);
    }

    private void send() {
        var composing = pages.composer().availableProperty();
        commands.set(CommandId.COMPOSE, () -> pages.composerView().focusFirst(), composing);
        commands.set(CommandId.SEND, () -> pages.composer().send(), composing);
        AnswerOffer offer = pages.composer().offer();
        commands.set(CommandId.ALWAYS_ANSWER, offer::take, offer.openProperty());
        commands.set(CommandId.HISTORY_BACK, () -> pages.composer().historyBack(), composing);
        commands.set(CommandId.HISTORY_FORWARD, () -> pages.composer().historyForward(), composing);
    }

    private void inspect() {
        var inspector = pages.inspector();
        var inspecting = Bindings.and(model.inTrafficProperty(), inspector.presentProperty());
        commands.set(CommandId.SEND_AGAIN, inspector::sendAgain, inspector.canSendAgainProperty());
        commands.set(CommandId.EDIT_AND_SEND, inspector::edit, inspector.canEditProperty());
        commands.set(CommandId.COPY_AS, () -> pages.inspectorView().openCopyMenu(), inspecting);
        commands.set(CommandId.DIFFERENCE, () -> pages.inspectorView().showDifference(), inspecting);
        commands.set(
                CommandId.LAY_OUT, () -> pages.composerView().layOut(), pages.composer().availableProperty());
    }

    /** Turns the composer into the answer of the picked packet. */
    private void answer() {
        int row = pages.traffic().selectedIndex();
        if (row >= 0) {
            pages.traffic().answer(pages.traffic().row(row));
        }
    }

    /** Writes the capture to a file that a person picks. */
    private void export() {
        files.pickTarget("sioscope.siocap").ifPresent(file -> transfers.export(shell.selected(), file));
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }
}
