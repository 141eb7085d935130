"""Runs the shell commands that a document shows and compares what they print.

A command is a line that starts with "$ " in a fenced block marked `console`
(a line that ends with a backslash goes on in the next). The lines below it, up to
the next command, are what a reader sees; without such lines only the exit
status counts. In those lines `...` alone on a line stands for any lines, and
figures that differ from run to run (seconds, rates, the date) compare as equal.
A command must end with 0, unless the block is marked `console status=N`.

Every line of a block marked `sh` is a command too, or goes on with one.

Commands run in a scratch folder that shows the repository's data, docs and
scenarios read-only by convention, and the command as build/release/meesterplan;
what they write stays there, for the later commands of the same document.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

# Commands that are not run here, and why.
SKIPPED = [
    (r"(git clone|cd meesterplan)\b", "needs the network; the tests already stand in a clone"),
    (r"\./quickstart\b", "installs packages; its last step, the run, is a command of its own"),
    (r"\./runtests\b", "runs the tests, this one included"),
    (r"\.ci/", "builds, checks or rewrites the repository itself"),
    (r"cmake\b", "builds; .ci/full builds every preset"),
    (r"ctest\b", "runs the tests, this one included"),
    (r"(sudo )?apt(-get)? ", "installs packages; quickstart has the list"),
    (r"build/release/benchmarks/", "measures; what it prints is this machine's"),
    (r"tests/\S+ --update\b", "rewrites what tests expect"),
]

VARYING = [
    (r"\d+([.,]\d+)?( ?)(ms|s|sec|seconds?|seconden)\b", "<time>"),
    (r"\d[\d., ]*( (teacher-years|leraarjaren|futures|toekomsten))?( per |/)(s|second|seconde)\b",
     "<rate>"),
    (r'"(seconds|teacher_years_per_second|threads)": *[\d.e+]+', r'"\1": <figure>'),
    (r"\d+ (threads?|draden|draad)\b", "<threads>"),
    (r"\b20\d\d-\d\d-\d\d(T[\d:.]+Z?)?\b(?= *$)", "<date>"),
]


@dataclass
class Command:
    line: int
    text: str
    status: int
    expected: list[str] = field(default_factory=list)


def read_commands(document):
    """The commands of a document, in order, with what each should print."""
    commands = []
    kind = None
    status = 0
    for number, line in enumerate(document.splitlines(), start=1):
        fence = re.match(r"\s*```(\S*)\s*(.*)$", line)
        if fence:
            kind = fence.group(1) if kind is None else None
            marked = re.search(r"status=(\d+)", fence.group(2))
            status = int(marked.group(1)) if marked else 0
            begins = True
        elif kind in ("console", "sh"):
            goes_on = not begins and commands[-1].text.endswith("\\") and not commands[-1].expected
            if goes_on:
                commands[-1].text += "\n" + line
            elif kind == "console" and line.startswith("$ "):
                commands.append(Command(number, line[2:], status))
                begins = False
            elif kind == "sh":
                if line.strip() and not line.lstrip().startswith("#"):
                    commands.append(Command(number, line, status))
                    begins = False
            elif begins:
                raise ValueError(f"line {number}: a console block starts with '$ '")
            else:
                commands[-1].expected.append(line)
    for command in commands:
        while command.expected and not command.expected[-1].strip():
            command.expected.pop()
    return commands


def steady(line):
    """The line without what differs from run to run."""
    for pattern, name in VARYING:
        line = re.sub(pattern, name, line)
    return line.rstrip()


def matches(expected, actual):
    """Whether the printed lines are the expected ones; `...` is any lines."""
    if not expected:
        return not actual
    if expected[0].strip() == "...":
        return any(matches(expected[1:], actual[n:]) for n in range(len(actual) + 1))
    return bool(actual) and steady(expected[0]) == steady(actual[0]) and matches(
        expected[1:], actual[1:])


def reason_to_skip(text):
    """Why a command is not run here, or None."""
    for pattern, reason in SKIPPED:
        if re.match(pattern, text):
            return reason
    return None


def make_scratch(root, command, work):
    """A fresh folder that looks like a built repository."""
    shutil.rmtree(work, ignore_errors=True)
    release = work / "build" / "release"
    release.mkdir(parents=True)
    (release / "meesterplan").symlink_to(command)
    for name in ("data", "docs", "scenarios", "tests", "README.md"):
        if (root / name).exists():
            (work / name).symlink_to(root / name)


@dataclass
class Ended:
    status: int
    printed: list[str]


def run_command(text, work):
    """Runs one command in the scratch folder `work`, as a reader would in the repository."""
    environment = {"PATH": f"{work}/build/release:/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
                   "HOME": str(work)}
    done = subprocess.run(["bash", "-o", "pipefail", "-c", text], cwd=work, env=environment,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, timeout=300)
    return Ended(done.returncode, done.stdout.rstrip().splitlines())


def run_all(commands, document, work):
    """Runs the commands of a document in order, those that are skipped left out;
    gives each with how it ended."""
    for step in commands:
        reason = reason_to_skip(step.text)
        if reason:
            print(f"{document}:{step.line}: skipped ({reason}): {step.text}")
            continue
        print(f"{document}:{step.line}: {step.text}", flush=True)
        yield step, run_command(step.text, work)


def run_document(root, document, command, work):
    """Runs one document; returns what is wrong with it, as lines."""
    wrong = []
    n_run = 0
    make_scratch(root, command, work)
    commands = read_commands((root / document).read_text(encoding="utf-8"))
    for step, ended in run_all(commands, document, work):
        n_run += 1
        place = f"{document}:{step.line}"
        if ended.status != step.status:
            wrong.append(f"{place}: ended with {ended.status}, not {step.status}:")
            wrong += [f"  | {line}" for line in ended.printed]
        elif step.expected and not matches(step.expected, ended.printed):
            wrong.append(f"{place}: prints something else than the document shows:")
            wrong += [f"  - {line}" for line in step.expected]
            wrong += [f"  + {line}" for line in ended.printed]
    print(f"{document}: {n_run} commands run")
    return wrong


def update_document(root, document, command, work):
    """Writes what the commands print now into the document's blocks; blocks that
    show nothing, or with `...` a part, stay as they are."""
    path = root / document
    text = path.read_text(encoding="utf-8")
    make_scratch(root, command, work)
    lines = text.splitlines()
    for step, ended in reversed(list(run_all(read_commands(text), document, work))):
        if step.expected and "..." not in step.expected:
            first = step.line + step.text.count("\n")
            lines[first:first + len(step.expected)] = ended.printed
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path, required=True, help="the repository")
    parser.add_argument("--command", type=pathlib.Path, required=True, help="the meesterplan built")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="scratch folder to use")
    parser.add_argument("--update", action="store_true",
                        help="rewrite the document with what its commands print now")
    parser.add_argument("document", help="path of the document, from the repository's root")
    chosen = parser.parse_args()
    if chosen.update:
        update_document(chosen.root.resolve(), chosen.document, chosen.command.resolve(),
                        chosen.work.absolute())
        return 0
    wrong = run_document(chosen.root.resolve(), chosen.document, chosen.command.resolve(),
                         chosen.work.absolute())
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
