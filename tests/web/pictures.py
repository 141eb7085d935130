"""Takes the pictures of docs/pictures anew: reports of the example school and region, drawn by Chromium.

    MEESTERPLAN=build/release/meesterplan WEB=build/release/web NODE=node \\
        python3 -B tests/web/pictures.py [FOLDER]

FOLDER takes them in place of docs/pictures. It needs pngquant (apt-get install pngquant). Run it when a chart or a
report looks other than before; docs/tour.md tells what each picture shows.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import page

COMMAND = os.environ["MEESTERPLAN"]
REPLICATES = 2000
REGION_REPLICATES = 200
COLOURS = 48
SCALE = 1.5
UNCHANGED, STUDY, TIMETABLE = "Ongewijzigd", "Meer studenten", "Wo-masters in de bovenbouw"

# Name of a picture: the report and what is taken of it.
PICTURES = {
    "board-1": ("board", "sheet-1"),
    "board-2": ("board", "sheet-2"),
    "council-1": ("council", "sheet-1"),
    "hr-1": ("hr", "sheet-1"),
    "region-1": ("region", "sheet-1"),
    "dots": ("timetable", "dots-A2"),
    "chance": ("timetable", "chance-A2"),
    "fan": ("hr", "fan-A-masters"),
    "comparison": ("hr", "compare-A2"),
    "waterfall-heads": ("hr", "flows-A-heads"),
    "waterfall-masters": ("hr", "flows-A-masters"),
    "grid": ("hr", "grid-A-section-masters"),
    "ages": ("hr", "ages-A"),
    "panels": ("hr", "panels-A-vacancies-lessonscancelled"),
    "costs": ("hr", "costs-A"),
    "spending": ("hr", "spending-A1"),
    "drivers": ("hr", "drivers-A1"),
    "cards": ("plan", "sheet-10"),
    "impact": ("plan", "impact-A-masters"),
    "shortages": ("region", "shortage-A-subject-1"),
}


def meesterplan(*arguments):
    subprocess.run([COMMAND, *map(str, arguments), "--quiet"], check=True, stdout=subprocess.DEVNULL)


def with_money(name, folder):
    """A variant of the example school that tells costs too."""
    scenarios = page.ROOT / "scenarios"
    text = (scenarios / f"{name}.toml").read_text(encoding="utf-8")
    variant = folder / f"{name}.toml"
    variant.write_text(text.replace('extends = "basis.toml"', f'extends = "{scenarios / "kosten.toml"}"'),
                       encoding="utf-8")
    return variant


def reports(folder):
    """The reports of which pictures are taken."""
    runs = [(UNCHANGED, page.ROOT / "scenarios" / "kosten.toml"), (STUDY, with_money("meer-studenten", folder)),
            (TIMETABLE, with_money("wo-masters-in-de-bovenbouw", folder))]
    school, region, plan = folder / "school", folder / "region-runs", folder / "plan-runs"
    for name, scenario in runs:
        meesterplan("run", scenario, "--replicates", REPLICATES, "-o", school, "--name", name)
    meesterplan("run", page.ROOT / "scenarios" / "voorbeeldregio-markt.toml", "--replicates", REGION_REPLICATES, "-o",
                region)
    meesterplan("run", page.ROOT / "scenarios" / "eerst-masters-dan-klimaat.toml", "--replicates", REPLICATES,
                "--policies", "-o", plan)
    made = []
    for name, runs, reader, chosen in (("board", school, "board", []), ("council", school, "council", []),
                                       ("hr", school, "hr", []), ("timetable", school, "hr", ["--run", TIMETABLE]),
                                       ("plan", plan, "hr", []), ("region", region, "region", [])):
        made.append(folder / f"{name}.html")
        meesterplan("report", runs, "-o", made[-1], "--for", reader, "--lang", "nl", *chosen)
    return made


def main():
    chosen = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else page.ROOT / "docs" / "pictures"
    if not (page.IS_BUILT and page.CHROMIUM and shutil.which("pngquant")):
        sys.exit("pictures need the built web folder (WEB), chromium and pngquant")
    with tempfile.TemporaryDirectory(prefix="meesterplan.") as name:
        folder = pathlib.Path(name)
        ended = page.node("tests/browser/shot.mjs", "--print", "--scale", SCALE, folder / "shots", *reports(folder))
        if ended.returncode != 0:
            sys.exit(ended.stdout + ended.stderr)
        chosen.mkdir(parents=True, exist_ok=True)
        missing = []
        for picture, (report, part) in PICTURES.items():
            shot = folder / "shots" / report / f"{part}.png"
            if not shot.is_file():
                missing.append(f"{picture}: the report {report} has no {part}")
                continue
            subprocess.run(["pngquant", "--force", "--nofs", "--strip", "--speed", "1", "--output",
                            chosen / f"{picture}.png", str(COLOURS), shot], check=True)
    total = sum(picture.stat().st_size for picture in chosen.glob("*.png"))
    print(f"{len(PICTURES) - len(missing)} pictures, {total / 1e6:.2f} MB")
    sys.exit("\n".join(missing) or None)


if __name__ == "__main__":
    main()
