"""How the command ends: every exit code, and that it says why."""

import os
import resource
import shutil
import unittest

from common import SCENARIO, SCHOOL, CommandTest, environment, run, start


class Usage(CommandTest):
    """2: the command line cannot be understood."""

    def test_what_is_not_understood_is_told_with_a_suggestion(self):
        cases = [([], "no command"),
                 (["rnu", SCENARIO], 'Did you mean "run"?'),
                 (["run"], "no scenario"),
                 (["run", SCENARIO, "--thread", "1"], 'Did you mean "--threads"?'),
                 (["run", SCENARIO, "--replicates", "0"], "from 1 to 4294967295"),
                 (["run", SCENARIO, "--replicates", "4294967296"], "from 1 to 4294967295"),
                 (["run", SCENARIO, "--years", "10000"], "from 1 to 50"),
                 (["run", SCENARIO, "--seed"], "--seed"),
                 (["check", SCENARIO, "--lang", "fr"], "Choose nl or en")]
        for arguments, told in cases:
            with self.subTest(arguments=arguments):
                ended = run(*arguments)
                self.assert_ends(ended, 2)
                self.assertIn(told, ended.stderr)
                self.assertEqual(ended.stdout, "")


class Input(CommandTest):
    """3: anything wrong with a named input, and nothing is written."""

    def assert_refused(self, scenario, told):
        for verb in ("check", "run", "why"):
            with self.subTest(verb=verb, scenario=str(scenario)):
                folder = self.scratch / "out"
                keep = ["-o", folder] if verb == "run" else []
                ended = run(verb, scenario, *keep)
                self.assert_ends(ended, 3)
                text = ended.stdout if verb == "check" else ended.stderr
                self.assertIn(told, text)
                self.assertFalse(folder.exists())
                if verb != "check":
                    self.assertEqual(ended.stdout, "")

    def test_files_that_cannot_be_used(self):
        empty = self.scratch / "empty.toml"
        empty.write_bytes(b"")
        binary = self.scratch / "binary.toml"
        binary.write_bytes(b"\x7fELF\0\0\0")
        self.assert_refused(self.scratch / "missing.toml", "missing.toml")
        self.assert_refused(self.scratch, str(self.scratch))
        self.assert_refused(empty, "empty.toml")
        self.assert_refused(binary, "binary.toml")

    def test_all_problems_of_all_files_at_once_and_in_order(self):
        folder = self.scratch / "school"
        shutil.copytree(SCHOOL, folder)
        people = folder / "people.csv"
        people.write_text(people.read_text().replace("16-11-1987", "31-02-1987")
                          .replace("08-04-1961", "08-04-1861"))
        scenario = folder / "scenario.toml"
        scenario.write_text(scenario.read_text().replace("seed = 7", "sede = 7"))
        ended = run("check", scenario)
        self.assert_ends(ended, 3)
        lines = ended.stdout.splitlines()
        places = [line.rsplit("school/", 1)[-1].split(": ")[0] for line in lines[:3]]
        self.assertEqual([place.split(":")[:2] for place in places],
                         [["people.csv", "2"], ["people.csv", "3"], ["scenario.toml", "7"]])
        self.assertIn("31-02-1987", lines[0])
        self.assertIn('"seed"', lines[2])

    def test_an_endless_list_of_problems_is_cut(self):
        folder = self.scratch / "school"
        shutil.copytree(SCHOOL, folder)
        # Each in its own field: what repeats in one is told once, with its rows.
        scenario = folder / "scenario.toml"
        keys = "".join(f"{a}{b}{c}zzz = 1\n" for a in "xyz" for b in "abcdefghij"
                       for c in "abcdefghij")
        scenario.write_text(keys + scenario.read_text(encoding="utf-8"), encoding="utf-8")
        ended = run("check", scenario, "--lang", "nl")
        self.assert_ends(ended, 3)
        errors = ended.stdout.split("\n\n")[0].splitlines()
        self.assertEqual(len(errors), 201)
        self.assertRegex(errors[-1], r"^\.\.\. en nog [0-9 ]+$")

    def test_what_only_shows_when_compiled_is_found_by_check_too(self):
        folder = self.scratch / "school"
        shutil.copytree(SCHOOL, folder)
        scenario = folder / "scenario.toml"
        scenario.write_text(scenario.read_text().replace('metric = "masters"',
                                                         'metric = "mastres"'))
        self.assert_refused(scenario, "mastres")

    def test_a_horizon_shorter_than_a_target_is_wrong(self):
        ended = run("run", SCENARIO, "--years", 2)
        self.assert_ends(ended, 3)
        self.assertIn("2030", ended.stderr)


class Output(CommandTest):
    """4: writing fails."""

    def test_a_full_device(self):
        for arguments in (["version"], ["--help"], ["check", SCENARIO],
                          ["run", SCENARIO, "--replicates", 10],
                          ["run", SCENARIO, "--replicates", 10, "--json"]):
            with self.subTest(arguments=arguments), open("/dev/full", "w") as full:
                process = start(*arguments, stdout=full, stderr=-1)
                _, told = process.communicate(timeout=300)
                self.assertEqual(process.returncode, 4, told)
                self.assertIn("stdout", told)

    def test_the_reason_is_told_in_dutch(self):
        with open("/dev/full", "w") as full:
            process = start("version", "--lang", "nl", stdout=full, stderr=-1)
            _, told = process.communicate(timeout=300)
        self.assertEqual(told, "stdout: schrijven mislukt (de schijf is vol).\n")

    def test_a_closed_output(self):
        process = start("version", stderr=-1, preexec_fn=lambda: os.close(1))
        _, told = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 4, told)

    def test_a_reader_that_leaves_is_no_error(self):
        read_end, write_end = os.pipe()
        os.close(read_end)
        process = start("run", SCENARIO, "--replicates", 10, "--quiet", stdout=write_end, stderr=-1)
        os.close(write_end)
        _, told = process.communicate(timeout=300)
        self.assertEqual((process.returncode, told), (0, ""))


class Memory(CommandTest):
    """1: too little memory is no mistake of ours, and there is something to do about it."""

    def test_too_little_memory(self):
        folder = self.scratch / "school"
        shutil.copytree(SCHOOL, folder)
        sections = folder / "sections.csv"
        rows = sections.read_text(encoding="utf-8").splitlines()
        more = [f"s{n};" + rows[1].split(";", 1)[1] for n in range(2000)]
        sections.write_text("\n".join(rows + more) + "\n", encoding="utf-8")

        def leave_little():
            resource.setrlimit(resource.RLIMIT_AS, (64 << 20, 64 << 20))

        if run("version", preexec_fn=leave_little).returncode != 0:
            self.skipTest("built with a sanitizer, which needs more memory than any limit")
        ended = run("run", folder / "scenario.toml", "--threads", 1, "--replicates", 10,
                    preexec_fn=leave_little)
        self.assert_ends(ended, 1)
        self.assertIn("Not enough memory", ended.stderr)
        self.assertIn("--threads 1", ended.stderr)
        self.assertEqual(ended.stdout, "")


class Fine(CommandTest):
    """0: and what is told on the way."""

    def test_every_command(self):
        for arguments in (["version"], ["--version"], ["help"], ["run", "--help"],
                          ["check", SCENARIO], ["run", SCENARIO, "--replicates", 20],
                          ["why", SCENARIO, "--replicates", 60]):
            with self.subTest(arguments=arguments):
                ended = run(*arguments)
                self.assert_ends(ended, 0)
                self.assertNotEqual(ended.stdout, "")

    def test_quiet_tells_nothing_but_the_answer(self):
        ended = run("run", SCENARIO, "--replicates", 20, "--quiet")
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))

    def test_without_a_terminal_there_is_no_bar_and_no_colour(self):
        ended = run("run", SCENARIO, "--replicates", 60)
        self.assertNotIn("\x1b", ended.stdout + ended.stderr)
        self.assertNotIn("\r", ended.stdout + ended.stderr)
        self.assertLessEqual(len(ended.stderr.splitlines()), 6)

    def test_the_first_line_comes_before_any_file_is_opened(self):
        fifo = self.scratch / "scenario.toml"
        os.mkfifo(fifo)
        process = start("check", fifo, stdout=-1, stderr=-1)
        # Nobody writes yet, so the command cannot be beyond opening the scenario.
        self.assertIn("scenario.toml", process.stderr.readline())
        fifo.write_text("start = ")
        answer, _ = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 3)
        self.assertIn(f"{fifo}:1:", answer)

    def test_help_leads_with_examples(self):
        for arguments in (["--help"], ["run", "--help"], ["check", "--help"], ["why", "--help"]):
            lines = run(*arguments).stdout.splitlines()
            self.assertEqual(lines[2], "Examples", arguments)
            self.assertLessEqual(max(map(len, lines)), 80, arguments)

    def test_the_language_is_that_of_the_environment_unless_asked(self):
        def first_line(*arguments, **changes):
            ended = run("check", SCENARIO, *arguments, env=environment(**changes))
            return ended.stdout.splitlines()[0]

        self.assertIn("In orde", first_line(LANG="nl_NL.UTF-8"))
        self.assertIn("All right", first_line(LANG="en_US.UTF-8"))
        self.assertIn("All right", first_line(LANG="nl_NL.UTF-8", LC_ALL="C"))
        self.assertIn("All right", first_line("--lang", "en", LANG="nl_NL.UTF-8"))
        self.assertIn("In orde", first_line("--lang", "nl"))


if __name__ == "__main__":
    unittest.main()
