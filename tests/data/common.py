"""Paths, and reading of the committed tables, for the tests beside this file."""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


def rows(path):
    """Rows of a `;` separated file below data/, as dicts of text."""
    with open(DATA / path, encoding="utf-8", newline="") as file:
        header, *cells = csv.reader(file, delimiter=";")
    for line, row in enumerate(cells, start=2):
        assert len(row) == len(header), f"{path}:{line}: {len(row)} cells under {len(header)} headers"
    return [dict(zip(header, row)) for row in cells]


def played(scenario, replicates, *arguments):
    """The results of a scenario of scenarios/ under chance alone: first and last year, and means by
    (metric, level, unit, year)."""
    ended = subprocess.run(
        [os.environ["MEESTERPLAN"], "run", str(ROOT / "scenarios" / scenario), "--replicates", str(replicates),
         "--uncertainty", "chance", "--json", "--quiet", *arguments], check=True, capture_output=True)
    document = json.loads(ended.stdout)
    means = {(row["metric"], row["level"], row["unit"], row["year"]): row["mean"] for row in document["series"]}
    return document["start"], document["start"] + document["years"], means


def number(text):
    """A number with decimal comma or point."""
    return float(text.replace(",", "."))


def remade(script, *arguments):
    """{name: bytes} of what `script` writes into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-B", str(DATA / script), folder, *arguments], check=True)
        return {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).iterdir())}


def assert_same_bytes(test, script, folder):
    """The committed files of data/`folder` are those that `script` writes."""
    files = remade(script)
    test.assertTrue(files)
    for name, content in files.items():
        test.assertEqual(content, (DATA / folder / name).read_bytes(), f"{folder}/{name}: run {script}")
