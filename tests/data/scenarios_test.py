"""The scenarios: short, in plain ASCII, commented, and every file they name is there."""
import tomllib
import unittest

import common

SCENARIOS = common.ROOT / "scenarios"
NAMED = ["ongewijzigd-beleid", "meer-studenten", "vacaturestop", "krimp", "wo-masters-in-de-bovenbouw", "sector-2013",
         "voorbeeldbestuur", "voorbeeldregio", "voorbeeldregio-markt", "krimpende-regio", "kosten",
         "regius", "leonardo"]


def files_in(value):
    """Every text in a TOML value that names a file."""
    if isinstance(value, str):
        return [value] if value.endswith((".csv", ".toml")) else []
    if isinstance(value, dict):
        value = list(value.values())
    return [name for part in value for name in files_in(part)] if isinstance(value, list) else []


class Scenarios(unittest.TestCase):
    def test_they_are_there_and_short(self):
        for name in NAMED:
            lines = (SCENARIOS / f"{name}.toml").read_text(encoding="ascii").splitlines()
            self.assertLess(len(lines), 40, name)
            self.assertTrue(lines[0].startswith("# "), f"{name}: starts with a comment for the planner")

    def test_every_file_named_exists(self):
        for path in sorted(SCENARIOS.glob("*.toml")) + [common.DATA / "reference" / "landelijk.toml"]:
            scenario = tomllib.loads(path.read_text(encoding="ascii"))
            self.assertTrue(files_in(scenario), path.name)
            for name in files_in(scenario):
                self.assertTrue((path.parent / name).is_file(), f"{path.name}: {name}")

    def test_more_students_is_three_times_the_reference(self):
        more = tomllib.loads((SCENARIOS / "meer-studenten.toml").read_text(encoding="ascii"))
        reference = {row["key"]: row for row in common.rows("reference/parameters.csv")}
        for programme in more["programme"]:
            row = reference[f"programme.{programme['name']}.uptake"]
            for key, column in (("central", "value"), ("low", "low"), ("high", "high")):
                self.assertAlmostEqual(programme["uptake"][key], 3 * float(row[column]))


if __name__ == "__main__":
    unittest.main()
