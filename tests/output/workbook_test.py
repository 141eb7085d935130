"""Reads workbooks with a library that did not write them.

openpyxl and the parts themselves tell whether numbers are numbers, texts are texts whatever
they begin with, charts tell what they show, and the same run gives the same bytes. With
--libreoffice: LibreOffice converts each to PDF and a sheet to CSV without a complaint.
"""

import argparse
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import unittest
import zipfile
from xml.etree import ElementTree

import openpyxl

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# Words that people outside the trade need not know (EXPERIENCE.md 5).
TRADE_WORDS = re.compile(r"replica|[qk](u|w)anti[el]|hazard|wilson|tornado|shapley", re.I)
# The names of tests/output/workbook_examples.hpp, as people should see them.
HOSTILE = ["=1+1", "+31 6", "-2", "@SUM(A1)", "<script>alert(\"x\")</script>", "\"quotes' & <b>",
           "emoji \N{GRINNING FACE}", 500 * "n",
           "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}\N{HEBREW LETTER VAV}"
           "\N{HEBREW LETTER FINAL MEM} \\u202etxt",
           "\\x1b[2J\\x00\\x07", "caf\\xe9 \\uffff", "_x0041_"]

chosen = argparse.Namespace()


def path_of(name):
    return chosen.work / name


def unescaped(text):
    """A text as Excel shows it: _x005F_ is a plain underscore."""
    return text.replace("_x005F_", "_") if isinstance(text, str) else text


def rows_of(sheet):
    return [[unescaped(cell.value) for cell in row] for row in sheet.iter_rows()]


def texts_of(book):
    return [cell for sheet in book for row in rows_of(sheet) for cell in row
            if isinstance(cell, str)]


def column_of(sheet, title):
    """The cells under a title."""
    rows = rows_of(sheet)
    at = rows[0].index(title)
    return [row[at] for row in rows[1:]]


def values_of(sheet, area):
    """The cells of an area such as $D$2:$D$4."""
    first, last = (area.replace("$", "") + ":" + area.replace("$", "")).split(":")[:2]
    return [cell.value for row in sheet[f"{first}:{last}"] for cell in row]


def parts_of(name):
    """Every part of a workbook that is XML, parsed."""
    with zipfile.ZipFile(path_of(name)) as archive:
        assert archive.testzip() is None
        return {part: ElementTree.fromstring(archive.read(part)) for part in archive.namelist()
                if part.endswith((".xml", ".rels", ".vml"))}


class Workbook(unittest.TestCase):
    def setUp(self):
        self.book = openpyxl.load_workbook(path_of("hr.nl.xlsx"))

    def test_a_sheet_a_table(self):
        self.assertEqual(
            self.book.sheetnames,
            ["Over dit bestand", "Grafieken", "Doelen", "Kans per jaar", "Eerste keer gehaald",
             "Toekomsten per doel", "Reeksen", "Spreiding", "Verleden", "Kosten", "Kosten per kalenderjaar", "Begroting",
             "Stromen", "Nu al bekend", "Formatie", "Tabel 3", "Tabel 4", "Studieplan", "Open vragen", "Beleidskaarten",
             "Beleid, aannames", "Beleid, prijzen", "Beleid", "Drijfveren", "Opmerkingen", "Begrippen"])

    def test_cards_of_policies(self):
        cards = self.book["Beleidskaarten"]
        self.assertEqual(column_of(cards, "Beleid"), ["Lerarenbeurs"])
        self.assertEqual(column_of(cards, "Kunnen, willen, mogen"), ["kunnen, mogen"])
        self.assertEqual(column_of(cards, "Kans, 95%-interval tot"), [0.9])
        self.assertEqual(column_of(cards, "Uren per jaar"), [60])
        sizes = self.book["Beleid, aannames"]
        self.assertEqual(column_of(sizes, "Grootte"), [1.2, None])
        self.assertEqual(column_of(sizes, "Alleen voor")[0],
                         "jaren ervaring tot en met 2; opleidingsniveau: bachelor, hbo-master")
        self.assertEqual(column_of(sizes, "95%-interval tot"), [1.55, None])
        self.assertIn("master", column_of(sizes, "Besluit")[1])
        prices = self.book["Beleid, prijzen"]
        self.assertEqual(column_of(prices, "Bedrag (euro)"), [6600, 1000])
        self.assertEqual(column_of(prices, "95%-interval vanaf"), [3300, None])

    def test_history_has_its_source(self):
        history = self.book["Verleden"]
        self.assertEqual(column_of(history, "Jaar"), [2021])
        self.assertEqual(column_of(history, "Waarde"), [0.37])
        self.assertEqual(column_of(history, "Bron"), ["DUO"])

    def test_tables_can_be_used(self):
        for sheet in self.book:
            self.assertEqual(list(sheet.merged_cells.ranges), [], sheet.title)
            if sheet.title == "Grafieken":
                continue
            self.assertEqual(int(re.search(r"\d+", sheet.freeze_panes)[0]), 2, sheet.title)
            self.assertEqual(sheet.auto_filter.ref, sheet.dimensions, sheet.title)
            self.assertEqual(sheet.print_title_rows, "$1:$1", sheet.title)
            titles = [cell.value for cell in sheet[1]]
            self.assertEqual(len(set(titles)), len(titles), sheet.title)
            for cell in sheet[1]:
                self.assertTrue(cell.font.bold and cell.alignment.wrap_text, cell.value)
                width = sheet.column_dimensions[cell.column_letter].width
                self.assertTrue(7 <= width <= 81, (sheet.title, cell.value, width))

    def test_numbers_are_numbers(self):
        targets = self.book["Doelen"]
        self.assertEqual(column_of(targets, "Kans"), [0.7])
        self.assertAlmostEqual(column_of(targets, "Grens")[0], 1 / 3, places=15)
        self.assertEqual(column_of(targets, "Uiterlijk op 1 oktober"), [2027])
        costs = self.book["Kosten"]
        self.assertEqual(column_of(costs, "kosten (euro)"), [8500000, 8500000])
        series = self.book["Reeksen"]
        self.assertEqual(column_of(series, "docenten (aantal)")[:3], [100, 99, 98])
        self.assertEqual(column_of(series, "Niveau")[0], "alles samen")
        spread = self.book["Spreiding"]
        self.assertIn(98 * 0.6, column_of(spread, "p10: in 1 van de 10 hoogstens"))

    def test_numbers_look_like_what_they_are(self):
        def format_under(name, title):
            sheet = self.book[name]
            column = [cell.value for cell in sheet[1]].index(title)
            return sheet[2][column].number_format
        self.assertEqual(format_under("Doelen", "Kans"), "0.0%")
        self.assertEqual(format_under("Reeksen", "masters (aandeel)"), "0%")
        self.assertEqual(format_under("Kosten", "kosten (euro)"), '"\N{EURO SIGN}" #,##0')
        self.assertEqual(format_under("Reeksen", "Jaar (1 oktober)"), "0")
        self.assertEqual(format_under("Reeksen", "Niveau"), "@")

    def test_flows_add_up_to_the_change(self):
        flows = self.book["Stromen"]
        self.assertEqual(column_of(flows, "Verandering (aantal)"), [1.1, -0.3])

    def test_staffing_as_in_spring(self):
        staffing = self.book["Formatie"]
        self.assertEqual(column_of(staffing, "Eenheid"), ["Sch\u00f3ol", "kunst"])
        self.assertEqual(column_of(staffing, "Per 1 augustus"), [2026, 2026])
        self.assertEqual(column_of(staffing, "Opmerking"), [None, "te klein: alleen nodige fte"])
        self.assertEqual(column_of(staffing, "Nodig (fte)"), [11, 0.8])
        self.assertEqual(column_of(staffing, "Blijft (fte)"), [8.1234, None])
        self.assertEqual(column_of(staffing, "Zeker weg (aantal)"), [3, None])
        self.assertEqual(column_of(staffing, "Zeker weg: met pensioen (aantal)"), [2, None])
        self.assertEqual(column_of(staffing, "Te vervullen, gemiddeld (fte)"),
                         [2.8766, None])
        self.assertEqual(column_of(staffing, "Vacatures, in 9 van de 10 hoogstens (aantal)"),
                         [4, None])
        self.assertEqual(column_of(staffing, "Gat in het jaar: vertrek (fte)"), [0.6, None])
        self.assertIn("Formatie: waarom niet", column_of(self.book["Opmerkingen"], "Opmerking"))

    def test_tables_of_the_plan(self):
        masters = self.book["Tabel 3"]
        self.assertEqual(column_of(masters, "Eenheid"), ["wiskunde", "wiskunde"])
        self.assertEqual(column_of(masters, "School"), ["Sch\u00f3ol", "Sch\u00f3ol"])
        self.assertEqual(column_of(masters, "Jaar (1 oktober)"), [2025, 2027])
        self.assertEqual(column_of(masters, "Hbo-masters (aantal)"), [2.5, 1])
        self.assertEqual(column_of(masters, "Wo-masters (aantal)"), [0, 3])
        routes = [column_of(masters, f"Herkomst: {route} (aantal)")
                  for route in ("zat er al", "als starter", "studie hier", "van buiten")]
        self.assertEqual(routes, [[2.5, 2], [0, 0.25], [0, 1], [0, 0.75]])
        self.assertEqual(column_of(masters, "Alle masters (aantal)"), [2.5, 4])
        gaps = self.book["Tabel 4"]
        self.assertEqual(column_of(gaps, "Eenheid"), ["wiskunde", "kunst"])
        self.assertEqual(column_of(gaps, "Inzetbare fte nu (2025)"), [7.5, None])
        self.assertEqual(column_of(gaps, "Nodige fte (2027)"), [7.75, 0.8])
        self.assertEqual(column_of(gaps, "Niet vervulde fte (2027)"), [1.25, None])
        self.assertEqual(column_of(gaps, "Masters nu (aantal, 2025)"), [2.5, None])
        self.assertAlmostEqual(column_of(gaps, "Masters nodig (aantal, 2027)")[0], 8 / 3)
        self.assertEqual(column_of(gaps, "Masters verwacht (aantal, 2027)"), [4, None])
        self.assertAlmostEqual(column_of(gaps, "Verschil: verwacht min nodig (aantal)")[0], 4 / 3)

    def test_room_for_agreements_and_answers(self):
        studies = self.book["Studieplan"]
        self.assertEqual(column_of(studies, "Studeert nu (aantal)"), [2])
        self.assertEqual(column_of(studies, "Begint (aantal per jaar)"), [1.5])
        self.assertEqual(column_of(studies, "Haalt een master (aantal per jaar)"), [0.5])
        self.assertEqual(column_of(studies, "Stopt (aantal per jaar)"), [0.125])
        self.assertEqual(column_of(studies, "Afspraak"), [None])
        for cells in (studies[2], self.book["Open vragen"][2]):
            self.assertTrue(cells[-1].alignment.wrap_text)

    def test_questions_are_those_of_the_page(self):
        words = pathlib.Path(__file__).resolve().parents[2] / "web" / "words"
        for language, sheet, title, answer in (("nl", "Open vragen", "Vraag", "Antwoord"),
                                               ("en", "Open questions", "Question", "Answer")):
            text = (words / language / "hr.ts").read_text(encoding="utf-8")
            listed = re.search(r"questions: \{.*?list: \[(.*?)\]", text, re.S)[1]
            questions = re.findall(r'"([^"]+)"', listed)
            self.assertEqual(len(questions), 6)
            sheet = openpyxl.load_workbook(path_of(f"hr.{language}.xlsx"))[sheet]
            # Those of the plan first.
            self.assertEqual(column_of(sheet, title), ["Wie eerst?", "=1+1?", *questions])
            self.assertEqual(column_of(sheet, answer), ["Wiskunde.", *7 * [None]])

    def test_where_it_comes_from(self):
        about = {row[1]: row[2] for row in rows_of(self.book["Over dit bestand"])}
        self.assertEqual(about["Scenario"], 'Voorbeeld "A"\n\u00e9\u00e9n')
        self.assertEqual(about["Startgetal van het toeval"], 4294967295)
        self.assertEqual(about["Kenmerk van de uitkomst"], "0123456789abcdef")
        self.assertEqual(about["scenario.toml"], "fedcba9876543210")
        self.assertEqual(about["study.capacity"], "0.3")
        self.assertEqual(about["Bewaard op (UTC)"], "2026-11-28T14:05:09Z")
        self.assertEqual(about["Geschreven voor"], "HR")
        self.assertEqual(str(self.book.properties.created), "2026-11-28 14:05:09")

    def test_charts_tell_what_they_show(self):
        parts = parts_of("hr.nl.xlsx")
        drawings = [root for part, root in parts.items() if part.startswith("xl/drawings/drawing")]
        texts = [frame.get("descr") for root in drawings
                 for frame in root.iter(DRAWING + "cNvPr")]
        n_charts = sum(part.startswith("xl/charts/chart") for part in parts)
        self.assertEqual(n_charts, 7)
        self.assertEqual(len(texts), n_charts)
        self.assertEqual(texts[0], "Kans per jaar: helft. alles samen: 0,0% (2025), 70,0% (2027).")
        for text in texts:
            self.assertRegex(text, r"^[^.]+\. .*\d.*\.$")

    def test_charts_draw_numbers_of_the_sheets(self):
        for name in ("hr.nl.xlsx", "hostile.en.xlsx"):
            book = openpyxl.load_workbook(path_of(name))
            for part, root in parts_of(name).items():
                if not part.startswith("xl/charts/chart"):
                    continue
                self.assertTrue(list(root.iter(CHART + "ser")), part)
                for series in root.iter(CHART + "ser"):
                    values = series.find(f"{CHART}val/{CHART}numRef/{CHART}f").text
                    years = series.find(f"{CHART}cat/{CHART}numRef/{CHART}f").text
                    for cells in (values, years):
                        sheet, area = cells.rsplit("!", 1)
                        for value in values_of(book[sheet.strip("'")], area):
                            self.assertIn(type(value), (int, float, type(None)), cells)
                    self.assertIsNone(series.find(f"{CHART}tx/{CHART}strRef"), part)

    def test_what_others_should_not_see_is_left_out(self):
        for name in ("board.nl.xlsx", "council.en.xlsx"):
            book = openpyxl.load_workbook(path_of(name))
            self.assertFalse({"Drijfveren", "Drivers", "Formatie", "Staffing", "Tabel 3", "Table 3", "Tabel 4",
                              "Table 4", "Studieplan", "Study plan", "Open vragen", "Open questions"}
                             & set(book.sheetnames))
            words = texts_of(book)
            for root in parts_of(name).values():
                words += [text for text in root.itertext()]
            for text in words:
                self.assertIsNone(TRADE_WORDS.search(text), text)

    def test_the_same_run_gives_the_same_bytes(self):
        self.assertEqual(path_of("hr.nl.xlsx").read_bytes(),
                         path_of("again.nl.xlsx").read_bytes())

    def test_a_run_with_next_to_nothing(self):
        book = openpyxl.load_workbook(path_of("bare.nl.xlsx"))
        self.assertEqual(book.sheetnames, ["Over dit bestand", "Open vragen", "Begrippen"])
        self.assertIn("De run is onderbroken: er zijn minder toekomsten dan gevraagd.",
                      texts_of(book))
        self.assertEqual(str(book.properties.created), "1980-01-01 00:00:00")


class HostileNames(unittest.TestCase):
    def books(self):
        for name in ("hostile.nl.xlsx", "hostile.en.xlsx"):
            yield name, openpyxl.load_workbook(path_of(name))

    def test_texts_stay_texts(self):
        for name, book in self.books():
            for sheet in book:
                for row in sheet.iter_rows():
                    for cell in row:
                        self.assertIn(cell.data_type, ("s", "n"), (name, cell.coordinate))
            for part, root in parts_of(name).items():
                if part.startswith("xl/worksheets/"):
                    self.assertIsNone(root.find(f".//{MAIN}f"), part)

    def test_every_name_is_shown(self):
        for name, book in self.books():
            sheet = book["Doelen" if ".nl." in name else "Targets"]
            names = column_of(sheet, "Doel" if ".nl." in name else "Target")
            self.assertEqual(names, ["helft"] + HOSTILE)

    def test_runs_are_told_apart(self):
        for name, book in self.books():
            for sheet in book.worksheets[2:]:
                if sheet.title in ("Begrippen", "Terms", "Open vragen"):
                    continue
                self.assertEqual(sheet["A1"].value, "Run", name)
                self.assertLessEqual(set(column_of(sheet, "Run")), {"=een", "=een (2)"})

    def test_what_is_no_number_is_left_empty(self):
        for name, book in self.books():
            sheet = book["Doelen" if ".nl." in name else "Targets"]
            self.assertEqual(column_of(sheet, "Kans" if ".nl." in name else "Chance")[:3],
                             [0.7, None, 0.7])

    def test_names_in_charts_are_no_formulas(self):
        for name, _ in self.books():
            n_names = 0
            for part, root in parts_of(name).items():
                if part.startswith("xl/charts/chart"):
                    n_names += len(list(root.iter(f"{CHART}tx")))
                    self.assertEqual([f.text for tx in root.iter(f"{CHART}tx")
                                      for f in tx.iter(f"{CHART}f")], [], part)
            self.assertGreater(n_names, 10)

    def test_footers_take_no_orders(self):
        for name, book in self.books():
            for sheet in book:
                self.assertNotIn("&G", str(sheet.oddFooter.left.text), name)


class FullDisk(unittest.TestCase):
    """A file that cannot grow stands for a disk that is full."""

    def write(self, most_bytes):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
        path = path_of("long.xlsx")
        path.unlink(missing_ok=True)
        done = subprocess.run([chosen.writer, "--long", path], preexec_fn=limit,
                              capture_output=True, text=True, check=False)
        return done, path

    def test_nothing_is_lost_in_silence(self):
        done, path = self.write(resource.RLIM_INFINITY)
        self.assertEqual(done.returncode, 0, done.stderr)
        packed = path.stat().st_size
        with zipfile.ZipFile(path) as archive:
            unpacked = max(part.file_size for part in archive.infolist())
        self.assertGreater(unpacked, 2 * packed)
        # Too little for a sheet, enough for the file; then too little for the file.
        for most_bytes in (unpacked // 2, packed // 2, 1):
            done, _ = self.write(most_bytes)
            self.assertEqual(done.returncode, 4, (most_bytes, done.stderr))
            self.assertIn("long.xlsx", done.stderr)


class LibreOffice(unittest.TestCase):
    def convert(self, source, target):
        profile = (chosen.work / "profile").resolve().as_uri()
        done = subprocess.run(
            [shutil.which("soffice"), f"-env:UserInstallation={profile}", "--headless",
             "--convert-to", target, "--outdir", chosen.work, path_of(source)],
            capture_output=True, text=True, timeout=300, check=False)
        complaints = [line for line in done.stderr.splitlines() if "javaldx" not in line]
        self.assertEqual((done.returncode, complaints), (0, []), source)

    def test_it_converts_them_all(self):
        for path in sorted(chosen.work.glob("*.*.xlsx")):
            self.convert(path.name, "pdf")
            self.assertGreater(path.with_suffix(".pdf").stat().st_size, 1000)

    def test_it_reads_the_same(self):
        # Sheet 3, as shown, by semicolons.
        self.convert("hostile.nl.xlsx",
                     'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,3')
        text = next(chosen.work.glob("hostile.nl-*.csv")).read_text(encoding="utf-8")
        for name in HOSTILE:
            self.assertIn(name.replace('"', '""'), text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--writer", required=True, help="program that writes the workbooks")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="scratch folder")
    parser.add_argument("--libreoffice", action="store_true")
    parser.parse_args(namespace=chosen)
    if chosen.libreoffice and not shutil.which("soffice"):
        print("LibreOffice is not installed.")
        return 77
    shutil.rmtree(chosen.work, ignore_errors=True)
    chosen.work.mkdir(parents=True)
    subprocess.run([chosen.writer, chosen.work], check=True)
    cases = [LibreOffice] if chosen.libreoffice else [Workbook, HostileNames, FullDisk]
    suite = unittest.TestSuite(
        unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in cases)
    return 0 if unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
