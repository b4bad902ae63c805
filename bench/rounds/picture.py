"""How far from the best known each program is, drawn: a row for each, a ring for the shortest time, a dot for the longest."""

import math
from html import escape

import tables

LEFT, WIDTH, ROW, HEAD, TOP = 130, 470, 22, 34, 46
LEAST, MOST = 0.01, 100
# Legible on a light and on a dark page.
STYLE = """
text { font-family: system-ui, sans-serif; font-size: 12px; fill: #26251f }
.back { fill: #fbfaf6 } .grid { stroke: #e3e0d6 } .quiet { fill: #5b5a52 } .head, .ours { font-weight: 600 }
.plain { font-weight: 400 }
.way { stroke: #8a96a3; stroke-width: 2 } .dot { fill: #3f5873 } .ring { fill: #fbfaf6; stroke: #3f5873; stroke-width: 2 }
.way.ours { stroke: #8fb8a2 } .dot.ours { fill: #2f6b4f } .ring.ours { stroke: #2f6b4f }
@media (prefers-color-scheme: dark) {
  text { fill: #ece9df } .back, .ring { fill: #1d1d1a } .grid { stroke: #3a3a34 } .quiet { fill: #b3b0a3 }
  .way { stroke: #66727f } .dot { fill: #9db4cc } .ring { stroke: #9db4cc }
  .way.ours { stroke: #3f7a5c } .dot.ours { fill: #7cc9a0 } .ring.ours { stroke: #7cc9a0 }
}
"""


def draw(results, instances, best):
    parts, y = [], TOP
    for group in tables.BY_DISTANCE:
        files = tables.files_of(group, instances, best, "distance")
        rows = rows_of(results, best, files)
        if not rows:
            continue
        many = f"{len(files)} instance{'s' * (len(files) > 1)}, {times(rows)}"
        said = f'{escape(group.name)}<tspan class="quiet plain" dx="12">{many}</tspan>'
        parts.append(f'<text class="head" x="12" y="{y + 16}">{said}</text>')
        y += HEAD
        for solver, columns in rows:
            parts += row(solver, columns, y)
            y += ROW
        y += 8
    return frame(y + 8, grid(y) + parts)


def rows_of(results, best, files):
    """Who is nearest after the longest time comes first."""
    known = tables.usual(results, files, "distance")
    found = {}
    for solver, seconds in tables.asked(results, files, "distance"):
        column = tables.Column(results, best, files, solver, seconds)
        if seconds in known and column.mean is not None and column.asked == column.of:
            found.setdefault(solver, []).append((seconds, column))
    last = max(known, default=None)
    rows = [(solver, columns) for solver, columns in found.items() if columns[-1][0] == last]
    return sorted(rows, key=lambda row: row[1][-1][1].mean)


def times(rows):
    *shorter, longest = sorted({seconds for _, columns in rows for seconds, _ in columns})
    return "".join(f"{seconds:g} and " for seconds in shorter) + tables.spelt(longest)


def row(solver, columns, y):
    ours = " ours" if solver == "tresse" else ""
    parts = [f'<text class="quiet{ours}" x="{LEFT - 12}" y="{y + 4}" text-anchor="end">{escape(tables.NAMES[solver])}</text>']
    xs = [x_of(column.mean) for _, column in columns]
    if len(xs) > 1:
        parts.append(f'<line class="way{ours}" x1="{min(xs):.1f}" y1="{y}" x2="{max(xs):.1f}" y2="{y}"/>')
        parts.append(f'<circle class="ring{ours}" cx="{xs[0]:.1f}" cy="{y}" r="4"/>')
    parts.append(f'<circle class="dot{ours}" cx="{xs[-1]:.1f}" cy="{y}" r="5"/>')
    said = " → ".join(tables.two(column.mean) for _, column in columns)
    failed = sum(column.failed for _, column in columns)
    said += f" ({failed} failed)" if failed else ""
    parts.append(f'<text class="quiet{ours}" x="{LEFT + WIDTH + 16}" y="{y + 4}">{said}</text>')
    return parts


def x_of(percent):
    share = math.log(min(max(percent, LEAST), MOST) / LEAST) / math.log(MOST / LEAST)
    return LEFT + share * WIDTH


def grid(bottom):
    said = "Percent farther than the best known, mean, log scale. Ring: after the shorter time; dot: after the longer"
    parts = [f'<text x="12" y="18">{said}</text>']
    for percent in (0.01, 0.1, 1, 10, 100):
        x = x_of(percent)
        parts.append(f'<line class="grid" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom - 8}"/>')
        said = "0.01 and less" if percent == LEAST else f"{percent:g}"
        parts.append(f'<text class="quiet" x="{x:.1f}" y="{TOP - 8}" text-anchor="middle">{said}</text>')
    return parts


def frame(height, parts):
    width = LEFT + WIDTH + 190
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="Mean distance of each program from the best known">\n<style>{STYLE}</style>\n'
        f'<rect class="back" width="{width}" height="{height}"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )
