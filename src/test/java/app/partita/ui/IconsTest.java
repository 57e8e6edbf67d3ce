package app.partita.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Draws the icons from {@code assets/icon.svg}, which consists of rounded rectangles alone. */
@Tag("shots")
class IconsTest {

    private static final Path SOURCE = Path.of("assets", "icon.svg");
    private static final Path TARGET = Path.of("assets", "icons");
    private static final double UNITS = 64;

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 128, 256, 512})
    void draw(int size) throws Exception {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / UNITS, size / UNITS);
        NodeList shapes = rectangles();
        for (int index = 0; index < shapes.getLength(); index++) {
            Element shape = (Element) shapes.item(index);
            pen.setColor(Color.decode(shape.getAttribute("fill")));
            double corner = 2 * number(shape, "rx");
            pen.fill(new RoundRectangle2D.Double(number(shape, "x"), number(shape, "y"), number(shape, "width"),
                    number(shape, "height"), corner, corner));
        }
        pen.dispose();
        Files.createDirectories(TARGET);
        ImageIO.write(image, "png", TARGET.resolve("partita-" + size + ".png").toFile());
    }

    private static NodeList rectangles() throws Exception {
        try (InputStream file = Files.newInputStream(SOURCE)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getElementsByTagName("rect");
        } catch (IOException e) {
            throw new IllegalStateException(SOURCE + " cannot be read", e);
        }
    }

    private static double number(Element shape, String attribute) {
        return Double.parseDouble(shape.getAttribute(attribute));
    }
}
