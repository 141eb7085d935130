"""`meesterplan completion`: the scripts in real shells."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
import unittest

from common import CommandTest, environment, run

VERBS = {"check", "completion", "explain", "help", "new", "run", "schema", "version", "why"}


def options_in_help(verb):
    """The options that the help of a command shows."""
    options = run(verb, "--help").stdout.split("\nOptions\n")[1].split("\n\n")[0]
    return set(re.findall(r"(?<!\w)--?[a-z]+(?:-[a-z]+)*", re.sub(r"(?m)^(  .{24}).*$", r"\1", options)))


class Completion(CommandTest):
    def setUp(self):
        super().setUp()
        for name in ("school.toml", "andere.toml", "lees.md"):
            (self.scratch / name).touch()
        (self.scratch / "map").mkdir()

    def script(self, shell):
        ended = run("completion", shell)
        self.assert_ends(ended, 0)
        self.assertEqual(ended.stderr, "")
        path = self.scratch / f"completion.{shell}"
        path.write_text(ended.stdout, encoding="utf-8")
        return path

    def test_an_unknown_shell_gets_a_suggestion(self):
        ended = run("completion", "bas")
        self.assert_ends(ended, 2)
        self.assertIn('Did you mean "bash"?', ended.stderr)
        self.assert_ends(run("completion"), 2)


class Shell:
    """The same for every shell: what follows a line that is not finished."""

    shows_other_files = False

    def test_commands(self):
        self.assertLessEqual(VERBS, set(self.complete("meesterplan ")))
        self.assertEqual(self.complete("meesterplan sc"), ["schema"])
        self.assertEqual(self.complete("meesterplan --lang nl exp"), ["explain"])

    def test_every_option_of_every_command(self):
        for verb in sorted(VERBS - {"version", "help"}):
            with self.subTest(verb=verb):
                shown = {name for name in options_in_help(verb) if name.startswith("--")}
                self.assertGreater(len(shown), 1)
                self.assertLessEqual(shown, set(self.complete(f"meesterplan {verb} --")))

    def test_values(self):
        self.assertEqual(self.complete("meesterplan run --lang "), ["en", "nl"])
        self.assertEqual(self.complete("meesterplan run --uncertainty c"), ["chance"])
        self.assertEqual(self.complete("meesterplan completion "), ["bash", "fish", "zsh"])
        self.assertEqual(self.complete("meesterplan help che"), ["check"])

    def test_keys(self):
        self.assertEqual(self.complete("meesterplan explain study.cap"), ["study.capacity"])
        self.assertEqual(self.complete("meesterplan run --set study.cap"), ["study.capacity="])

    def test_scenarios_and_folders(self):
        found = self.complete("meesterplan run ")
        self.assertIn("school.toml", found)
        # fish's own helper shows other files too, but behind those that fit.
        self.assertEqual("lees.md" in found, self.shows_other_files)
        self.assertIn("school.toml", self.complete("meesterplan run --seed 3 sch"))
        folders = [name.rstrip("/") for name in self.complete("meesterplan run a.toml -o ")]
        self.assertEqual(folders, ["map"])


@unittest.skipUnless(shutil.which("bash"), "no bash")
class Bash(Shell, Completion):
    def complete(self, line):
        words = line.split(" ")
        program = (f"source {self.script('bash')}; cd {self.scratch}; rm -f completion.*; "
                   # compopt only works while a line is being typed
                   "compopt() { :; }; "
                   f"COMP_WORDS=({' '.join(word or chr(39) * 2 for word in words)}); "
                   f"COMP_CWORD={len(words) - 1}; COMP_LINE='{line}'; COMP_POINT={len(line)}; "
                   "_meesterplan; printf '%s\\n' \"${COMPREPLY[@]}\"")
        done = subprocess.run(["bash", "--norc", "-c", program], capture_output=True, text=True,
                              env=environment(), check=False, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return sorted(done.stdout.split())

    def test_a_value_behind_a_sign(self):
        # As bash hands it over: the sign is a word of its own.
        program = (f"source {self.script('bash')}; compopt() {{ :; }}; "
                   "COMP_WORDS=(meesterplan run --lang = n); COMP_CWORD=4; "
                   "COMP_LINE='meesterplan run --lang=n'; COMP_POINT=24; "
                   "_meesterplan; printf '%s\\n' \"${COMPREPLY[@]}\"")
        done = subprocess.run(["bash", "--norc", "-c", program], capture_output=True, text=True,
                              env=environment(), check=False, timeout=60)
        self.assertEqual((done.stdout, done.stderr), ("nl\n", ""))


@unittest.skipUnless(shutil.which("fish"), "no fish")
class Fish(Shell, Completion):
    shows_other_files = True

    def complete(self, line):
        script = self.script("fish")
        home = self.scratch / ".home"
        home.mkdir(exist_ok=True)
        done = subprocess.run(
            ["fish", "--no-config", "-c",
             f"source {script}; rm {script}; complete -C '{line}'"],
            cwd=self.scratch, capture_output=True, text=True, check=False, timeout=60,
            env=environment(HOME=str(home), XDG_CONFIG_HOME=str(home)))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return sorted(row.split("\t")[0] for row in done.stdout.splitlines()
                      if not row.startswith("."))


@unittest.skipUnless(shutil.which("zsh"), "no zsh")
class Zsh(Shell, Completion):
    def complete(self, line):
        """Types the line and a tab into a zsh that lists what it would offer."""
        script = self.script("zsh")
        functions = self.scratch / ".functions"
        functions.mkdir(exist_ok=True)
        script.rename(functions / "_meesterplan")
        (self.scratch / ".zshrc").write_text(
            f"fpath=({functions} $fpath)\nautoload -U compinit; compinit -u -D\nPS1='ready> '\n"
            "LISTMAX=10000\nsetopt no_beep no_prompt_cr\n"
            # What would be offered, a line each, instead of drawn.
            "compadd() { local -a found; builtin compadd -A found -D found \"$@\" 2>/dev/null; "
            "builtin compadd -O found \"$@\"; print -l -- OFFER:${^found} >> offers; "
            "builtin compadd \"$@\" }\n"
            "zle -N show\nshow() { : > offers; zle complete-word; print done >> offers.done }\n"
            "zle -C complete-word complete-word _main_complete\n"
            "bindkey '^I' show\nstty -echo\nprint up > up\n", encoding="utf-8")
        for name in ("up", "offers", "offers.done"):
            (self.scratch / name).unlink(missing_ok=True)
        return self.typed(line)

    def typed(self, line):
        master, slave = pty.openpty()
        process = subprocess.Popen(
            ["zsh", "-i"], cwd=self.scratch, stdin=slave, stdout=slave, stderr=slave,
            env=environment(ZDOTDIR=str(self.scratch), TERM="dumb", PATH=os.environ["PATH"]))
        os.close(slave)
        try:
            self.wait_for(self.scratch / "up", master)
            os.write(master, line.encode() + b"\t")
            self.wait_for(self.scratch / "offers.done", master)
        finally:
            process.kill()
            process.wait()
            os.close(master)
        text = (self.scratch / "offers").read_text(encoding="utf-8")
        for name in ("up", "offers", "offers.done", ".zshrc"):
            (self.scratch / name).unlink(missing_ok=True)
        return sorted({row[6:] for row in text.splitlines() if row[:6] == "OFFER:" and row[6:]})

    def wait_for(self, path, master):
        until = time.monotonic() + 60
        while not path.exists():
            self.assertLess(time.monotonic(), until, f"zsh never made {path.name}")
            if select.select([master], [], [], 0.05)[0]:
                os.read(master, 65536)


if __name__ == "__main__":
    unittest.main()
