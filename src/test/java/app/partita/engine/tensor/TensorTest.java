package app.partita.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TensorTest {

    @Property(tries = 200)
    void everyRowBeginsLikeTheFirstOneAndEndsInTheArray(@ForAll @IntRange(min = 1, max = 9) int channels,
            @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 1, max = 99) int columns) {
        Workspace workspace = new Workspace();
        workspace.release(Tensor.zeros(channels, rows, columns + 40));
        for (Tensor tensor : new Tensor[] {Tensor.zeros(channels, rows, columns),
                workspace.take(channels, rows, columns), workspace.take(channels, rows, columns)}) {
            for (int channel = 0; channel < channels; channel++) {
                for (int row = 0; row < rows; row++) {
                    int at = tensor.at(channel, row);
                    assertThat(at % Tensor.ALIGNMENT).isEqualTo(Alignment.START);
                    assertThat(at + tensor.rowStride()).isLessThanOrEqualTo(tensor.data().length);
                }
            }
        }
    }
}
