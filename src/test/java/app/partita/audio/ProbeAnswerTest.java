package app.partita.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.audio.ProbeAnswer.Section;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeAnswerTest {

    @Test
    void readsTheFileAndItsStreams() throws IOException {
        ProbeAnswer answer = read("""
                {"programs": [{"streams": [{"codec_name": "not here"}]}], "stream_groups": [],
                 "streams": [
                    {"codec_name": "mjpeg", "codec_type": "video", "disposition": {"attached_pic": 1}},
                    {"codec_name": "mp3", "sample_rate": "44100", "channels": 2, "duration": "60.5",
                     "side_data_list": [{"codec_name": "nor here"}], "tags": {"TITLE": "É\\n☂", "b": "1", "a": "2"}}],
                 "format": {"format_name": "mp3", "tags": {"encoder": "me"}}}
                """);

        assertThat(answer.format().text("format_name")).isEqualTo("mp3");
        assertThat(answer.format().group("tags")).containsEntry("encoder", "me");
        assertThat(answer.streams()).extracting(stream -> stream.text("codec_name")).containsExactly("mjpeg", "mp3");
        assertThat(answer.streams().getFirst().group("disposition")).containsEntry("attached_pic", "1");
        Section audio = answer.streams().getLast();
        assertThat(audio.whole("sample_rate")).isEqualTo(44_100);
        assertThat(audio.whole("channels")).isEqualTo(2);
        assertThat(audio.real("duration", 0)).isEqualTo(60.5);
        assertThat(audio.group("tags").keySet()).containsExactly("TITLE", "b", "a");
        assertThat(audio.group("tags")).containsEntry("TITLE", "É\n☂");
        assertThat(audio.fields()).doesNotContainKey("side_data_list");
    }

    @Test
    void whatIsMissingOrNoNumberIsNothing() throws IOException {
        Section format = read("{\"format\": {\"duration\": \"long\"}}").format();

        assertThat(format.text("format_name")).isEmpty();
        assertThat(format.whole("duration")).isZero();
        assertThat(format.real("duration", 7)).isEqualTo(7);
        assertThat(format.group("tags")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"streams\": 1, \"format\": []}"})
    void whoSaysNothingHasNoStreams(String json) throws IOException {
        assertThat(read(json)).isEqualTo(read("{}"));
        assertThat(read(json).streams()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "Segmentation fault", "{\"streams\": [{\"codec_name\": \"mp"})
    void whatBreaksOffIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    private static ProbeAnswer read(String json) throws IOException {
        return ProbeAnswer.read(json.getBytes(UTF_8));
    }
}
