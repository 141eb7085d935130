"""`meesterplan schema`: whatever the reader accepts, the schema accepts; what is written
wrong, it refuses. By Python's jsonschema, and by taplo, which stands behind VS Code's
Even Better TOML."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = os.environ["MEESTERPLAN"]
TAPLO = ROOT / "build" / "editor" / "node_modules" / ".bin" / "taplo"


def run(*arguments):
    return subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True,
                          encoding="utf-8", check=False, timeout=60,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})


def schema_text(language="en"):
    done = run("schema", "--lang", language)
    assert done.returncode == 0, done.stderr
    return done.stdout


def scenarios():
    yield from sorted((ROOT / "scenarios").glob("*.toml"))
    yield ROOT / "data" / "reference" / "landelijk.toml"
    yield ROOT / "tests" / "cli" / "school" / "scenario.toml"
    yield ROOT / "tests" / "data" / "all_policies.toml"
    yield from sorted((ROOT / "data" / "starter").glob("*/*.toml"))
    yield from sorted((ROOT / "tests" / "fuzz").glob("corpus/toml/*.toml"))


POLICY = '[[policy]]\nname = "a"\nfrom = 2026\n'

# What stands wrong in a scenario, and must be refused.
BROKEN = {
    "an unknown key": "sede = 1",
    "an unknown table": "[studie]\np_grant = 0.9",
    "an unknown key of a table": "[study]\ncapacty = 0.2",
    "an unknown key of a list": '[[target]]\nname = "m"\nmertic = "masters"',
    "a text for a number": 'years = "tien"',
    "a share for a whole number": "years = 2.5",
    "too many years": "years = 51",
    "no years": "years = 0",
    "a negative seed": "seed = -1",
    "a word that is none": 'uncertainty = "some"',
    "a share above 1": "[study]\ncapacity = 1.5",
    "another word for no limit": '[study]\ncapacity = "everybody"',
    "a probability above 1": "[study]\np_grant = 1.3",
    "an interval with another key": "[study]\np_grant = { central = 0.7, mid = 0.5 }",
    "a centre above 1": "[study]\np_grant = { central = 1.7, low = 0.5, high = 0.8 }",
    "a ratio of 0": "[exit]\ncritical_no_room = 0",
    "a table that is no table": "exit = 3",
    "a list that is none": 'target = "masters"',
    "a programme without a name": '[[programme]]\ngives_degree = "wo_master"',
    "a degree that is none": '[[programme]]\nname = "a"\ngives_degree = "phd"',
    "a list of degrees with another": '[[programme]]\nname = "a"\ndegrees = ["phd"]',
    "a school year of long ago": "[recruitment]\nstop = [1066]",
    "a school year that is no list": "[recruitment]\nstop = 2026",
    "columns that are no table": "columns = 3",
    "a kind of file that is none": '[columns.peple]\nx = "id"',
    "a column that is none": '[columns.people]\nx = "birth_dat"',
    "a bound in words": '[[target]]\nname = "m"\nat_least = "half"',
    "a date for a start": "start = 2025-10-01",
    "a policy without name and use": "[[policy]]\nfrom = 2026",
    "a policy with another key": POLICY + "strenght = 1",
    "a policy of more than everything": POLICY + "strength = 2",
    "a year in words": POLICY.replace("2026", '"volgend jaar"'),
    "a cluster that is none": POLICY + 'cluster = "training days"',
    "an effect without a name": POLICY + '[[policy.effect]]\non = "exit"\nratio = 0.9',
    "an effect on nothing known": POLICY + '[[policy.effect]]\nname = "b"\non = "exits"\nratio = 0.9',
    "an effect of ratio 0": POLICY + '[[policy.effect]]\nname = "b"\non = "exit"\nratio = 0',
    "a cost below 0": POLICY + '[[policy.cost]]\nname = "b"\nper = "head"\namount = -1',
    "a cost per what is not there": POLICY + '[[policy.cost]]\nname = "b"\nper = "heads"\namount = 1',
    "a bottleneck that may occur": '[[bottleneck]]\nname = "a"\noccurs = "misschien"',
    "a bottleneck with a share": '[[bottleneck]]\nname = "a"\n[[bottleneck.effect]]\nname = "b"\non = "exit"\nshare = 0.1',
    "a rule for amo that is none": '[policy_rules]\namo = "product"',
    "a folder that is a number": "policies = 3",
    "a share of places above 1": '[[function_mix]]\nname = "a"\nlc = 40',
    "a scale that is none": '[promotion]\nright_hbo_master = "L11"',
    "places of a section": '[promotion]\nper = "section"',
    "notice of less than no years": "[surplus]\nnotice_years = -1",
}

# What the reader takes, in spellings that an editor need not propose.
ACCEPTED = [
    'seed = 4294967295\nuncertainty = "Chance"',
    '[study]\ncapacity = "onbeperkt"\np_grant = "96%"',
    '[study]\ncapacity = "0,3"\np_grant = { central = "0,96", low = 0.9, high = "99 %" }',
    '[study]\np_grant = { central = 0.96, low = 0.9, high = 0.99, group = "mine" }',
    "[study]\np_grant = { central = 0.95 }",
    '[[programme]]\nname = "wo-master"\ngives_degree = "WO-Master"\nlicences = ["1e Gr", "tweede graad"]',
    '[[programme]]\nname = "wo-master"\ndegrees = ["Hbo Bachelor", "M.Ed."]\ndelay = 0',
    '[lessons]\norder = "WO master first"\nmax_upper = 1',
    '[record]\nlevels = ["Bestuur", "totaal"]\nmetrics = ["masters", "flows"]',
    '[[target]]\nname = "masters"\nat_least = "50%"\nlevel = "School"',
    '[[target]]\nname = "masters"\nat_least = 0.5',
    '[columns]\nignore = ["x"]\n[columns.people]\n"Mijn kolom" = "age"',
    '[demand]\ngrowth_error = { central = 0.0, low = -0.01, high = 0.01 }',
    '[exit]\ncritical_no_room = 1.2\ncritical_years = 0',
    POLICY + 'cluster = "Opleiding en begeleiding"\namo = ["kunnen", "willen"]\nphase_in = "gelijkmatig"\n'
    'phase_years = 2\ncarried_out = "70%"\n[[policy.effect]]\nname = "b"\non = "vertrek"\nratio = "0,9"\n'
    'experience_to = 2\nfte_to = 0.6\n[[policy.cost]]\nname = "c"\nper = "docent"\namount = 1500',
    '[[bottleneck]]\nname = "a"\noccurs = "nee"\nurgency = "Hoog"',
    '[[bottleneck]]\nname = "a"\noccurs = false\n[[bottleneck.effect]]\nname = "b"\non = "exit"\n'
    'ratio = { central = 1.1, low = 1.0, high = 1.2 }',
    '[policy_rules]\namo = "begrenzend"\none_sided_effect = 0.4',
    '[[function_mix]]\nname = "a"\nlc = "40%"\nld = 0.27\nuntil = 2030\n[promotion]\nper = "Bestuur"\nmasters_first = "ja"\n'
    'right_wo_master = "ld"\n[surplus]\nmode = "redundancy"\nper = "school"',
]


class Schema(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.validator = jsonschema.Draft4Validator(json.loads(schema_text()))

    def errors(self, text):
        return [error.message for error in self.validator.iter_errors(tomllib.loads(text))]

    def test_it_is_a_schema_of_draft_4_in_both_languages(self):
        for language, word in (("nl", "Standaard: 10."), ("en", "Default: 10.")):
            schema = json.loads(schema_text(language))
            self.assertEqual(schema["$schema"], "http://json-schema.org/draft-04/schema#")
            jsonschema.Draft4Validator.check_schema(schema)
            self.assertIn(word, schema["properties"]["years"]["description"])

    def test_every_scenario_of_ours_passes(self):
        for path in scenarios():
            with self.subTest(path=str(path.relative_to(ROOT))):
                try:
                    text = path.read_text(encoding="utf-8")
                    tomllib.loads(text)
                except (UnicodeDecodeError, tomllib.TOMLDecodeError):
                    continue  # of the fuzzer: not TOML at all
                if "fuzz" in path.parts and run("check", path).returncode != 0:
                    continue
                self.assertEqual(self.errors(text), [])

    def test_what_the_reader_accepts_passes(self):
        """Each broken scenario of tests/errors of which the scenario itself is not told about."""
        n_accepted = 0
        for path in sorted((ROOT / "tests" / "errors").glob("*/scenario.toml")):
            told = (path.parent / "expected.en.txt").read_text(encoding="utf-8")
            name = re.escape(f"{path.parent.name}/scenario.toml")
            if re.search(f"^error [^ ]*{name}", told, re.M):
                continue
            with self.subTest(path=path.parent.name):
                n_accepted += 1
                self.assertEqual(self.errors(path.read_text(encoding="utf-8")), [])
        self.assertGreater(n_accepted, 100)

    def test_other_spellings_pass_in_the_schema_as_in_the_reader(self):
        sound = ROOT / "tests" / "errors" / "sound" / "scenario.toml"
        with tempfile.TemporaryDirectory() as folder:
            for text in ACCEPTED:
                with self.subTest(text=text):
                    path = pathlib.Path(folder) / "scenario.toml"
                    path.write_text(f'extends = "{sound}"\n{text}\n', encoding="utf-8")
                    self.assertEqual(self.errors(text), [])
                    done = run("check", path)
                    self.assertEqual(done.returncode, 0, done.stdout)

    def test_what_is_written_wrong_is_refused_by_the_schema_as_by_the_reader(self):
        sound = ROOT / "tests" / "errors" / "sound" / "scenario.toml"
        with tempfile.TemporaryDirectory() as folder:
            for what, text in BROKEN.items():
                with self.subTest(what=what):
                    path = pathlib.Path(folder) / "scenario.toml"
                    path.write_text(f'extends = "{sound}"\n{text}\n', encoding="utf-8")
                    self.assertNotEqual(self.errors(text), [])
                    self.assertEqual(run("check", path).returncode, 3)


@unittest.skipUnless(TAPLO.exists(), "taplo is not installed (.ci/setup test)")
class Editor(unittest.TestCase):
    def refused(self, texts):
        """Which of these texts the editor refuses, by their numbers."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "meesterplan.schema.json").write_text(schema_text("nl"), encoding="utf-8")
            names = []
            for number, text in enumerate(texts):
                names.append(f"s{number}.toml")
                (root / names[-1]).write_text("#:schema ./meesterplan.schema.json\n" + text,
                                              encoding="utf-8")
            done = subprocess.run([TAPLO, "lint", *names], cwd=root, capture_output=True, text=True,
                                  encoding="utf-8", check=False, timeout=300)
        told = done.stdout + done.stderr
        self.assertIn(f"total={len(texts)}", told)
        found = {int(number) for number in re.findall(r'invalid file .*/s(\d+)\.toml', told)}
        self.assertEqual(done.returncode, 1 if found else 0, told)
        return found

    def test_the_editor_passes_and_refuses_the_same(self):
        sound = [path.read_text(encoding="utf-8") for path in scenarios()
                 if "fuzz" not in path.parts]
        self.assertEqual(self.refused(sound + ACCEPTED), set())
        refused = self.refused(list(BROKEN.values()))
        passed = [what for number, what in enumerate(BROKEN) if number not in refused]
        self.assertEqual(passed, [])


if __name__ == "__main__":
    if "--taplo" in sys.argv:
        if not TAPLO.exists():
            sys.exit(77)
        unittest.main(argv=[sys.argv[0], "Editor"])
    unittest.main(argv=[sys.argv[0], "Schema"])
