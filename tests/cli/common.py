"""What the tests of the real command share."""

import contextlib
import json
import os
import pathlib
import pty
import select
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHOOL = ROOT / "tests" / "cli" / "school"
SCENARIO = str(SCHOOL / "scenario.toml")
COMMAND = os.environ["MEESTERPLAN"]

# More futures than a test could ever wait for.
ENDLESS = ["--replicates", "4294967295"]


def environment(**changes):
    """A clean environment, English unless it says otherwise."""
    clean = {key: value for key, value in os.environ.items()
             if key not in ("LANG", "LANGUAGE", "TERM") and not key.startswith("LC_")}
    return {**clean, "LANG": "C.UTF-8", **changes}


def start(*arguments, env=None, **options):
    """The command, started; its output is read as text where it is a pipe."""
    return subprocess.Popen([COMMAND, *map(str, arguments)], env=env or environment(),
                            stdin=subprocess.DEVNULL, text=True, encoding="utf-8", **options)


def run(*arguments, env=None, **options):
    """The command, ended: returncode, stdout and stderr."""
    return subprocess.run([COMMAND, *map(str, arguments)], env=env or environment(),
                          stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding="utf-8", check=False, timeout=300, **options)


class CommandTest(unittest.TestCase):
    """A test with a scratch folder of its own, and longer messages."""

    maxDiff = None

    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="meesterplan."))
        self.addCleanup(shutil.rmtree, self.scratch)

    def assert_ends(self, ended, code):
        """That a command ended with `code`; shows what it said otherwise."""
        self.assertEqual(ended.returncode, code, f"{ended.args}\n{ended.stdout}\n{ended.stderr}")

    def keep_old_results(self):
        """A folder with earlier results in it, and what they are."""
        folder = self.scratch / "out"
        self.assert_ends(run("run", SCENARIO, "--replicates", 60, "-o", folder), 0)
        return folder, self.content(folder)

    @staticmethod
    def content(folder):
        """The bytes of each file in a folder."""
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    def assert_holds_only(self, folder, content):
        """That nothing is in `folder` but files with this content."""
        now = self.content(folder)
        self.assertEqual(sorted(now), sorted(content))
        self.assertEqual([name for name in now if now[name] != content[name]], [])

    @staticmethod
    def rows(folder, query, *parameters):
        """What a query gives of the database in a folder."""
        database = sqlite3.connect(f"file:{folder / 'results.sqlite'}?mode=ro", uri=True)
        with contextlib.closing(database):
            return database.execute(query, parameters).fetchall()


class Project(CommandTest):
    """A project of its own: a school, and a folder for what is kept of it."""

    def setUp(self):
        super().setUp()
        self.project = self.scratch / "project"
        shutil.copytree(SCHOOL, self.project / "school")
        self.scenario = self.project / "school" / "scenario.toml"
        self.folder = self.project / "out"

    def keep(self, *arguments, replicates=60, code=0, **options):
        """Keeps a run of the project; the command, ended."""
        ended = run("run", self.scenario, "--replicates", replicates, "-o", self.folder,
                    *arguments, **options)
        self.assert_ends(ended, code)
        return ended

    def change(self, sql):
        """Changes the database."""
        with contextlib.closing(sqlite3.connect(self.folder / "results.sqlite")) as database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute(sql)
            database.commit()


class OnTerminal:
    """The command with a terminal as its standard error, output in a file."""

    def __init__(self, output, *arguments, **changes):
        self.master, slave = pty.openpty()
        self.output = open(output, "w+", encoding="utf-8")
        self.process = subprocess.Popen([COMMAND, *map(str, arguments)], stderr=slave,
                                        stdout=self.output, stdin=subprocess.DEVNULL,
                                        env=environment(TERM="xterm", **changes))
        os.close(slave)
        self.told = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.output.close()
        os.close(self.master)

    def _read(self):
        """Adds what is told; False when the terminal was closed."""
        ready, _, _ = select.select([self.master], [], [], 120)
        if not ready:
            raise AssertionError(f"nothing was told for long; until then: {self.told!r}")
        try:
            told = os.read(self.master, 65536)
        except OSError:
            return False
        self.told += told.decode("utf-8")
        return bool(told)

    def read_until(self, part):
        """Waits until `part` is told."""
        while part not in self.told:
            if not self._read():
                raise AssertionError(f"{part!r} was never told, only {self.told!r}")

    def end(self, signal=None):
        """Sends `signal`, waits for the end and gives the exit code."""
        if signal is not None:
            self.process.send_signal(signal)
        while self._read():
            pass
        return self.process.wait(timeout=120)

    def document(self):
        """The JSON that was printed."""
        self.output.seek(0)
        return json.load(self.output)
