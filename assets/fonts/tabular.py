#!/usr/bin/env python3
"""Gives a static Inter figures of equal width: JavaFX applies no OpenType features, so "tnum" is made the default.

usage: tabular.py IN.ttf OUT.ttf "FAMILY NAME"      (needs fonttools)
"""
import sys

from fontTools.ttLib import TTFont


def main(source, target, family):
    font = TTFont(source)
    names = font.getGlyphOrder()
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            figure = table.cmap.get(code)
            if figure is not None and figure + ".tf" in names:
                table.cmap[code] = figure + ".tf"
    widths = {font["hmtx"][font.getBestCmap()[code]][0] for code in range(ord("0"), ord("9") + 1)}
    if len(widths) != 1:
        sys.exit("the figures are not equally wide: %s" % sorted(widths))
    for record in list(font["name"].names):
        if record.nameID in (16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)
    for record in font["name"].names:
        replacement = {1: family, 2: "Regular", 3: family + "; Partita", 4: family,
                       6: family.replace(" ", "") + "-Regular"}.get(record.nameID)
        if replacement is not None:
            record.string = replacement
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
