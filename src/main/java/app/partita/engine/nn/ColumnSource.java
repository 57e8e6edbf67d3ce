package app.partita.engine.nn;

/** The right-hand side of a product, which packs itself into panels: implicit im2col happens here. */
public interface ColumnSource {

    /**
     * Writes rows {@code k0 … k0 + depth − 1} of columns {@code n0 … n0 + count − 1}; the last panel is filled up with
     * zeros.
     */
    void pack(int k0, int depth, int n0, int count, PanelWriter writer);
}
