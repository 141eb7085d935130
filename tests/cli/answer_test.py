"""What the command answers: valid, exact, the same for any threads, no persons."""

import json
import re
import shutil
import unittest

import jsonschema

from common import ROOT, SCENARIO, SCHOOL, CommandTest, OnTerminal, run

# Those of a region say as much by their schools as others by their sections, in a
# tenth of the lines that the schema has to be held against.
SCENARIOS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "scenarios").glob("*.toml"))
OF_A_REGION = ["--set", 'record.levels=["total", "board"]']


def validate(document):
    """Checks a document against the schema that it names."""
    kind = re.fullmatch(r"meesterplan\.(\w+)/1", document["schema"]).group(1)
    path = ROOT / "sim" / "output" / f"meesterplan.{kind}.schema.json"
    jsonschema.Draft7Validator(json.loads(path.read_text(encoding="utf-8"))).validate(document)


class Answer(CommandTest):
    def test_nothing_is_coloured_not_even_on_a_terminal(self):
        for arguments in (["run", SCENARIO, "--replicates", 300], ["check", "none.toml"],
                          ["explain", "study"]):
            with self.subTest(arguments=arguments):
                with OnTerminal(self.scratch / "out", *arguments) as terminal:
                    terminal.end()
                    terminal.output.seek(0)
                    self.assertNotRegex(terminal.told + terminal.output.read(), r"\x1b\[[0-9;]*m")

    def answer(self, *arguments):
        """The JSON of a command that goes well, checked against its schema."""
        ended = run(*arguments, "--json", "--quiet", cwd=ROOT)
        self.assert_ends(ended, 0)
        document = json.loads(ended.stdout)
        validate(document)
        return document

    def test_every_scenario_is_valid(self):
        self.assertGreaterEqual(len(SCENARIOS), 6)
        for scenario in [SCENARIO, *SCENARIOS]:
            with self.subTest(scenario=scenario):
                self.assertTrue(self.answer("check", scenario)["ok"])
                of_a_region = OF_A_REGION if "regio" in scenario else []
                document = self.answer("run", scenario, "--replicates", 10, *of_a_region)
                self.assertTrue(document["series"] and document["flows"] and document["targets"])

    def test_problems_are_valid_json_too(self):
        ended = run("check", self.scratch / "none.toml", "--json")
        self.assert_ends(ended, 3)
        document = json.loads(ended.stdout)
        validate(document)
        self.assertFalse(document["ok"])

    def test_the_command_line_wins_from_the_scenario(self):
        document = self.answer("run", SCENARIO, "--replicates", 30, "--seed", 9, "--years", 6,
                               "--uncertainty", "chance")
        self.assertEqual((document["replicates"], document["seed"], document["years"],
                          document["uncertainty"]), (30, 9, 6, "chance"))
        self.assertEqual(document["drivers"], [])
        self.assertIsNone(document["targets"][0]["chance"])

    def test_threads_change_no_number(self):
        answers = [self.answer("run", SCENARIO, "--threads", threads) for threads in (1, 2, 5)]
        for document in answers:
            del document["diagnostics"]
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(answers[0], answers[2])

    def test_another_seed_is_another_answer(self):
        hashes = {self.answer("run", SCENARIO, "--seed", seed)["provenance"]["result_hash"]
                  for seed in (1, 2, 3)}
        self.assertEqual(len(hashes), 3)

    def test_the_flows_are_the_whole_change_of_each_stock(self):
        document = self.answer("run", SCENARIO)
        stocks = {(row["metric"], row["level"], row["unit"], row["year"]): row["mean"]
                  for row in document["series"]}
        change = {}
        for flow in document["flows"]:
            place = (flow["stock"], flow["level"], flow["unit"], flow["year"])
            inward = flow["to"] == flow["stock"]
            self.assertNotEqual(inward, flow["from"] == flow["stock"])
            change[place] = change.get(place, 0) + (flow["mean"] if inward else -flow["mean"])
        n_checked = 0
        for (stock, level, unit, year), flows in change.items():
            metric = "masters_heads" if stock == "masters" else stock
            now = stocks[metric, level, unit, year]
            before = stocks[metric, level, unit, year - 1]
            self.assertAlmostEqual(now - before, flows, places=9,
                                   msg=f"{stock} of {level} {unit} in {year}")
            n_checked += 1
        self.assertGreaterEqual(n_checked, 2 * 5 * 2)

    def test_why_balances_on_paper(self):
        lines = run("why", SCENARIO, "--lang", "nl").stdout.splitlines()
        for stock in ("docenten", "masters"):
            first = next(index for index, line in enumerate(lines)
                         if re.match(rf"  {stock} ", line))
            table = lines[first + 1:lines.index("", first)]
            figures = [float(line.split()[-1].replace(",", ".")) for line in table]
            # Begin and end are rounded to tenths, and so is every flow.
            self.assertAlmostEqual(sum(figures[:-1]), figures[-1], delta=0.05 * len(figures))

    def test_why_tells_what_each_policy_does(self):
        used = [self.scratch / "beleid.toml"]
        used[0].write_text(
            f'extends = "{SCENARIO}"\npolicies = "{ROOT / "data/policies"}"\n'
            f'bottlenecks = "{ROOT / "data/bottlenecks"}"\n'
            '[[policy]]\nuse = "studietijd"\nfrom = 2027\n'
            '[[policy]]\nuse = "inductie"\nfrom = 2027\n', encoding="utf-8")
        self.assertNotIn("policies", self.answer("why", SCENARIO))
        self.assertNotIn("policies", self.answer("run", used[0], "--replicates", 50))
        document = self.answer("why", used[0], "--replicates", 50)["policies"]
        self.assertEqual((document["method"], document["replicates"]), ("exact", 50))
        self.assertEqual([row["name"] for row in document["policies"]], ["studietijd", "inductie"])
        for index, outcome in enumerate(document["outcomes"]):
            shares = sum(row["effects"][index]["share"]["mean"] for row in document["policies"])
            self.assertAlmostEqual(shares, outcome["all"] - outcome["none"], places=9)
        text = run("why", used[0], "--replicates", 50, "--lang", "nl").stdout
        self.assertIn("Wat elk beleid doet (50 toekomsten, steeds dezelfde)", text)
        self.assertIn("Kans dat het lukt, en wat het dan doet", text)
        self.assertIn("Lerarenbeurs en betaalde studietijd", text)

    def test_what_a_small_section_needs_and_nothing_else(self):
        document = self.answer("run", SCENARIO)
        rows = [row for row in document["series"] if row["unit"] == "grieks"]
        self.assertEqual({row["metric"] for row in rows if row["year"] > 2025}, {"demand"})
        for part in ("targets", "flows", "drivers"):
            self.assertNotIn("grieks", {row["unit"] for row in document[part]}, part)
        self.assertIn("nederlands", {row["unit"] for row in document["flows"]})
        text = run("run", SCENARIO).stdout
        line = next(line for line in text.splitlines() if line.startswith("  grieks"))
        self.assertEqual(len(line.split()), 2, line)

    def test_no_output_names_a_person(self):
        ids = re.findall(r"^(d\d\d);", (SCHOOL / "people.csv").read_text(encoding="utf-8"), re.M)
        self.assertEqual(len(ids), 22)
        for arguments in (["run"], ["run", "--json"], ["why"], ["check"]):
            ended = run(arguments[0], SCENARIO, *arguments[1:])
            words = set(re.findall(r"\w+", ended.stdout))
            self.assertEqual(words & set(ids), set(), arguments)

    def test_counts_come_first_and_few_futures_are_counted_exactly(self):
        document = self.answer("run", SCENARIO, "--replicates", 50)
        met = document["targets"][0]["met"]
        text = run("run", SCENARIO, "--replicates", 50, "--lang", "nl").stdout
        self.assertIn(f"In {met} van de 50 toekomsten is het doel in 2030 gehaald", text)

    def test_who_comes_later_is_not_counted_as_staff(self):
        folder = self.scratch / "school"
        shutil.copytree(SCHOOL, folder)
        people = folder / "people.csv"
        head, *rows = people.read_text(encoding="utf-8").splitlines()
        starts = ["01-02-2026" if n == 1 else "" for n in range(len(rows))]
        people.write_text("\n".join([head + ";in dienst per"] + [
            f"{row};{date}" for row, date in zip(rows, starts)]) + "\n", encoding="utf-8")
        lines = run("check", folder / "scenario.toml", "--lang", "nl").stdout.splitlines()
        self.assertRegex(lines[1], r"^  21 docenten, \d+,\d fte, ")
        self.assertRegex(lines[2], r"^  en 1 docent \(\d,\d fte\) die later in dienst komt$")
        self.assertNotIn("later", run("check", SCENARIO, "--lang", "nl").stdout)

    def test_uncertain_numbers_have_names(self):
        text = run("why", SCENARIO, "--lang", "nl").stdout
        self.assertIn("beginnen met studeren: wo-master (programme.wo-master.uptake)", text)
        text = run("why", SCENARIO, "--lang", "en").stdout
        self.assertIn("beginning to study: wo-master (programme.wo-master.uptake)", text)

    def test_names_cannot_steer_the_terminal(self):
        folder = self.scratch / "school"
        shutil.copytree(SCHOOL, folder)
        scenario = folder / "scen\x1b[2Jario.toml"
        text = (folder / "scenario.toml").read_text(encoding="utf-8")
        for plain, steering in (("Toetsschool", "School\\u001b[31m\\u009b\\u202e"),
                                ("helft", "he\\u001blft")):
            self.assertIn(plain, text)
            text = text.replace(plain, steering)
        scenario.write_text(text, encoding="utf-8")
        for path in ("sections.csv", "assignments.csv"):
            table = folder / path
            table.write_text(table.read_text(encoding="utf-8").replace("nederlands", "neder\alands"),
                             encoding="utf-8")
        for verb in ("check", "run", "why"):
            with self.subTest(verb=verb):
                ended = run(verb, scenario, *(() if verb == "check" else ("--replicates", 60)))
                self.assert_ends(ended, 0)
                self.assertIn("School\\x1b[31m\\u009b\\u202e", ended.stdout)
                self.assertNotRegex(ended.stdout + ended.stderr, r"[^\n -~]")
        self.assertIn("neder\\x07lands", run("run", scenario, "--replicates", 60).stdout)
        missing = run("check", self.scratch / "a\x1b]0;b.toml")
        self.assertNotIn("\x1b", missing.stdout + missing.stderr)

    def test_dutch_and_english_tell_the_same_figures(self):
        def figures(language):
            text = run("run", SCENARIO, "--lang", language).stdout
            return re.findall(r"\d+", text.replace(",", ".").replace("\n    ", " "))

        self.assertEqual(figures("nl"), figures("en"))


if __name__ == "__main__":
    unittest.main()
