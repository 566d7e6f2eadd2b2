package io.sioscope.app.capture;

/**
 * How much a journal keeps.
 *
 * @param fileBytes the size of the file in bytes from which bodies are left out; a quarter beyond it nothing more is taken
 * @param places how many distinct places are kept in memory; rows of further ones are read from the file
 * @param names how many distinct event names are kept in memory
 * @param openAcks how many unanswered requests for an acknowledgement are remembered
 */
public record JournalLimits(long fileBytes, int places, int names, int openAcks) {
    /** 64 GB, a hundred thousand sockets, 16 384 event names, 65 536 open acknowledgements. */
    public static final JournalLimits DEFAULT = new JournalLimits(64L << 30, 100_000, 16_384, 65_536);

    /** The defaults with another size of the file. */
    public static JournalLimits ofFileBytes(long fileBytes) {
        return new JournalLimits(fileBytes, DEFAULT.places, DEFAULT.names, DEFAULT.openAcks);
    }
}
