"""The exports of the Voorbeeldlyceum: remade the same, and as dirty as they say."""
import io
import unittest
import zipfile

import common

FOLDER = common.DATA / "voorbeeldexport"


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class Export(unittest.TestCase):
    def test_the_script_writes_what_is_committed(self):
        made = common.remade("voorbeeldexport/make_export.py")
        self.assertEqual(made["rooster.csv"], (FOLDER / "rooster.csv").read_bytes())
        for name in ("personeel.xlsx", "diplomas.xlsx"):
            # zlib may compress the same bytes otherwise
            self.assertEqual(parts(made[name]), parts((FOLDER / name).read_bytes()), name)

    def test_the_usual_dirt_is_in_it(self):
        sheet = parts((FOLDER / "personeel.xlsx").read_bytes())["xl/worksheets/sheet1.xml"].decode()
        self.assertIn('<mergeCell ref="A1:U1"/>', sheet)
        self.assertIn('<t xml:space="preserve">**</t>', sheet)  # masked
        self.assertRegex(sheet, r'<t xml:space="preserve">\d{1,2}-\d{1,2}-\d{4}</t>')  # dates as text
        self.assertRegex(sheet, r'preserve">\w+  </t>')  # trailing blanks
        timetable = (FOLDER / "rooster.csv").read_bytes()
        with self.assertRaises(UnicodeDecodeError):
            timetable.decode("utf-8")
        rows = [line.split(";") for line in timetable.decode("cp1252").splitlines()]
        places = {}
        subjects = {}
        for code, _, subject, _, place, _ in rows[1:]:
            places.setdefault(code, set()).add(place)
            subjects.setdefault(code, set()).add(subject)
        self.assertGreater(sum(len(place) > 1 for place in places.values()), 20)
        self.assertGreater(sum(len(subject) > 1 for subject in subjects.values()), 10)


if __name__ == "__main__":
    unittest.main()
