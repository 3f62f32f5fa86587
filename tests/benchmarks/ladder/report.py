# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables for the terminal and a plot."""

from xml.sax.saxutils import escape

from quality import decibel


def table(rows):
    """Rows of cells as aligned text; the first row is the heading, the first column is left-aligned."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for number, row in enumerate(rows):
        cells = [cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
        if number == 0:
            lines.append("  ".join("-" * width for width in widths))
    return "\n".join(lines)


def cost_table(report):
    rows = [["variant", "CPU s", "wall s", "peak MiB", "CPU/d", "(rounds)", "wall/d", "x264 threads"]]
    for entry in report["variants"]:
        median, ratio = entry["median"], entry["ratio_to_d"]
        threads = ",".join(entry["x264_threads"][rung["name"]] for rung in report["rungs"])
        rows.append([f"{entry['key']}: {entry['title']}", f"{median['cpu']:.2f}", f"{median['wall']:.2f}",
                     f"{median['peak_mib']:.0f}", f"{ratio['cpu']:.2f}",
                     f"{min(ratio['cpu_rounds']):.2f}..{max(ratio['cpu_rounds']):.2f}", f"{ratio['wall']:.2f}", threads])
        for name, cost in entry["extra_median"].items():
            rows.append([f"   {name}", f"{cost['cpu']:.2f}", f"{cost['wall']:.2f}", f"{cost['peak_mib']:.0f}",
                         "", "", "", ""])
    return table(rows)


def quality_table(report):
    rows = [["rung", "variant", "SSIM at the rung's size", "dB", "SSIM scaled back", "dB", "bytes", "of b", "kbit/s"]]
    by_key = {entry["key"]: entry for entry in report["variants"]}
    for rung in report["rungs"]:
        for entry in report["variants"]:
            if entry["quality"] is None:
                continue  # made of another video
            made = entry["quality"][rung["name"]]
            of_b = made["bytes"] / by_key["b"]["quality"][rung["name"]]["bytes"]
            rows.append([rung["name"], entry["key"], f"{made['ssim']:.5f}", f"{decibel(made['ssim']):.3f}",
                         f"{made['ssim_back']:.5f}", f"{decibel(made['ssim_back']):.3f}", str(made["bytes"]),
                         f"{of_b:.4f}", f"{made['bytes'] * 8 / report['duration_sec'] / 1000:.0f}"])
    return table(rows)


def check_table(report):
    rows = [["", "wanted", "measured", "result"]]
    for check in report["checks"]:
        rows.append([check["name"], check["wanted"], check["measured"], "pass" if check["passed"] else "MISS"])
    return table(rows)


def plot(report):
    """Bars of CPU seconds and wall seconds of each variant, as SVG."""
    entries, bar, gap, left, right = report["variants"], 16, 14, 330, 90
    top, width = 70, 900
    longest = max(max(entry["median"]["cpu"], entry["median"]["wall"]) for entry in entries)
    scale = (width - left - right) / longest
    height = top + len(entries) * (2 * bar + gap) + 30
    colors = {"cpu": "#2f6f9f", "wall": "#d08a3c"}
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
             f'font-size="12">', f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
             '<text x="16" y="26" font-size="16">One ladder: CPU seconds and wall seconds, medians</text>']
    caption = (f"{', '.join(rung['name'] for rung in report['rungs'])}, preset {report['rungs'][0]['preset']}, "
               f"{report['frames']} frames, {report['machine']['cores']} cores, {report['rounds']} rounds in turn, "
               f"load {report['machine']['load_before'][0]:.1f} to {report['machine']['load_after'][0]:.1f}")
    parts.append(f'<text x="16" y="46" fill="#555555">{escape(caption)}</text>')
    for column, name in enumerate(("cpu", "wall")):
        parts.append(f'<rect x="{width - 170 + column * 80}" y="14" width="12" height="12" fill="{colors[name]}"/>')
        parts.append(f'<text x="{width - 154 + column * 80}" y="25">{"CPU" if name == "cpu" else "wall"}</text>')
    for number, entry in enumerate(entries):
        y = top + number * (2 * bar + gap)
        parts.append(f'<text x="{left - 10}" y="{y + bar + 4}" text-anchor="end">'
                     f'{escape(entry["key"] + ": " + entry["title"])}</text>')
        for row, name in enumerate(("cpu", "wall")):
            value = entry["median"][name]
            parts.append(f'<rect x="{left}" y="{y + row * bar}" width="{value * scale:.1f}" height="{bar - 2}" '
                         f'fill="{colors[name]}"/>')
            parts.append(f'<text x="{left + value * scale + 6:.1f}" y="{y + row * bar + 11}">{value:.2f} s '
                         f'({entry["ratio_to_d"][name]:.2f})</text>')
    parts.append(f'<text x="16" y="{height - 10}" fill="#555555">In brackets: the ratio to (d).</text>')
    return "\n".join(parts + ["</svg>", ""])
