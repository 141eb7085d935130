"""`meesterplan synthesize`: people for margins, whole or not at all."""

import unittest

from common import ROOT, CommandTest, run

MARGINS = ROOT / "data" / "voorbeeldbestuur" / "margins.csv"
FILES = ["assignments.csv", "people.csv", "schools.csv", "sections.csv"]


class Synthesize(CommandTest):
    def test_writes_the_files_of_a_scenario_and_tells_how_near_they_are(self):
        ended = run("synthesize", MARGINS, "-o", self.scratch / "b", "--start", 2025, "--lang", "nl")
        self.assert_ends(ended, 0)
        self.assertEqual(sorted(path.name for path in (self.scratch / "b").iterdir()), FILES)
        self.assertIn("400 verzonnen leraren in 60 secties op 4 scholen.", ended.stdout)
        self.assertIn("leeftijd x contract", ended.stdout)

    def test_what_stands_there_stays_unless_asked(self):
        self.assert_ends(run("synthesize", MARGINS, "-o", self.scratch / "b", "--start", 2025), 0)
        first = (self.scratch / "b" / "people.csv").read_bytes()
        self.assert_ends(run("synthesize", MARGINS, "-o", self.scratch / "b", "--start", 2025, "--seed", 2), 4)
        self.assertEqual((self.scratch / "b" / "people.csv").read_bytes(), first)
        self.assert_ends(run("synthesize", MARGINS, "-o", self.scratch / "b", "--start", 2025, "--seed", 2, "--overwrite"), 0)
        self.assertNotEqual((self.scratch / "b" / "people.csv").read_bytes(), first)

    def test_wrong_margins_write_nothing(self):
        wrong = self.scratch / "margins.csv"
        wrong.write_text("people;subject;age;contract\n10;wiskunde;;\n9;;22-60;\n10;;;permanent\n", encoding="ascii")
        ended = run("synthesize", wrong, "-o", self.scratch / "b", "--start", 2025, "--lang", "en")
        self.assert_ends(ended, 3)
        self.assertIn("margins.csv:3:1: people:", ended.stderr)
        self.assertFalse((self.scratch / "b").exists())

    def test_several_populations_fill_folders_of_their_own(self):
        counts = self.scratch / "counts.csv"
        counts.write_text("subject;age;contract;people\n;;;40\nx;;;<10\ny;;;x\n;22-60;;40\n;;permanent;40\n", encoding="ascii")
        self.assert_ends(run("synthesize", counts, "-o", self.scratch / "b", "--start", 2025, "--populations", 3), 0)
        self.assertEqual(sorted(path.name for path in (self.scratch / "b").iterdir()), ["1", "2", "3"])
        people = {(self.scratch / "b" / str(i) / "assignments.csv").read_bytes() for i in (1, 2, 3)}
        self.assertEqual(len(people), 3)

    def test_schools_come_from_duo(self):
        counts = self.scratch / "counts.csv"
        counts.write_text("subject;age;contract;people\nx;;;40\n;22-60;;40\n;;permanent;40\n", encoding="ascii")
        duo = self.scratch / "duo.csv"
        duo.write_text("INSTELLINGSCODE;PERSONEN 2025\n01AA;300\n01BB;100\n", encoding="ascii")
        ended = run("synthesize", counts, "--duo", duo, "-o", self.scratch / "b", "--start", 2025, "--lang", "en")
        self.assert_ends(ended, 0)
        self.assertIn("40 made-up teachers in 2 sections at 2 schools.", ended.stdout)
        self.assert_ends(run("synthesize", counts, "--locations", duo, "-o", self.scratch / "c"), 2)

    def test_what_is_missing_is_said(self):
        for words, part in ((["synthesize"], "no file is named"), (["synthesize", MARGINS], "no folder is named"),
                            (["synthesize", MARGINS, "-o", "b", "--seed", "x"], "--seed x")):
            ended = run(*words, "--lang", "en")
            self.assert_ends(ended, 2)
            self.assertIn(part, ended.stderr)
        self.assert_ends(run("synthesize", "nowhere.csv", "-o", self.scratch / "b"), 3)


if __name__ == "__main__":
    unittest.main()
