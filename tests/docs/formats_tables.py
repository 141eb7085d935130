"""Holds the tables of docs/formats.md against `meesterplan explain`: each key and column
with its type, default, example and meaning, and nothing that no reader knows.

    python3 -B tests/docs/formats_tables.py --root . --command build/release/meesterplan \\
        [--update]

Text between the tables is written by hand; --update rewrites the tables alone.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

# Columns that these kinds of file share stand once, under this heading.
SHARED_HEADING = "Rate tables"
SHARING = ["exit", "exit_factors", "hours", "uptake"]
WORDS_HEADING = "Words"
LISTS = ["programme", "policy", "policy.effect", "policy.cost", "bottleneck", "bottleneck.effect",
         "target", "question", "function_mix"]
INTERVAL = ["low", "high", "group", "source"]


def explanations(command):
    done = subprocess.run([command, "explain", "--json"], check=True, capture_output=True,
                          text=True, encoding="utf-8", timeout=60)
    return [row for row in json.loads(done.stdout)["explanations"]
            if row["topic"] in ("key", "column", "term")]


def row_of(cells):
    return "| " + " | ".join(cells) + " |"


def table(head, rows):
    return [row_of(head), row_of(["---"] * len(head)), *map(row_of, rows)]


def code(text):
    return f"`{text}`" if text else ""


def default_of(row):
    """The default, with where it comes from when that is not just "nothing happens"."""
    source = row["source_en"]
    has_source = source and not source.startswith("no effect")
    return (row["default_en"] or "") + (f" ({source})" if has_source else "")


def key_table(rows):
    return table(["key", "type, unit", "default", "example", "meaning"],
                 [[code(row["key"]), row["type_en"], default_of(row), code(row["example"]),
                   row["meaning_en"]] for row in rows])


def column_table(rows):
    return table(["column", "also called", "type, unit", "empty", "example", "meaning"],
                 [[code(row["key"]), ", ".join(row["names"]), row["type_en"], default_of(row),
                   code(row["example"]), row["meaning_en"]] for row in rows])


def word_table(rows):
    return table(["word", "of", "also read as", "meaning"],
                 [[code(row["key"]), row["group"], ", ".join(row["names"]), row["meaning_en"]]
                  for row in rows])


def shared_tables(rows):
    """Who a row is about, and what stands behind its value."""
    rows = [row for row in rows if row["topic"] == "column"]
    of_exit = [row for row in rows if row["group"] == "exit"]
    behind = [{**row, "type_en": "as the value"} if row["key"] in ("low", "high") else row
              for row in of_exit if row["key"] in INTERVAL]
    who = [row for row in of_exit if row["key"] not in INTERVAL + ["cause", "probability"]]
    for group in SHARING[1:]:
        own = {row["key"]: row for row in rows if row["group"] == group}
        for row in who:
            differs = {key for key in row if row[key] != own[row["key"]][key]}
            assert differs == {"group", "path"}, f"{group} differs in {row['key']}: {differs}"
    return [column_table(who), column_table(behind)], {row["key"] for row in who + behind}


def table_under(heading, rows):
    if heading == WORDS_HEADING:
        return word_table(rows)
    return column_table(rows) if heading.endswith(".csv") else key_table(rows)


def expected(rows):
    """The tables under each heading."""
    tables = {}
    shared, shared_keys = shared_tables(rows)
    tables[SHARED_HEADING] = shared
    for row in rows:
        group = row["group"]
        if row["topic"] == "term":
            tables.setdefault(WORDS_HEADING, []).append(row)
        elif row["topic"] == "column":
            own = group in SHARING and row["key"] in shared_keys
            if not own:
                tables.setdefault(f"{group}.csv", []).append(row)
        elif group in LISTS:
            tables.setdefault(f"[[{group}]]", []).append(row)
        else:
            tables.setdefault(f"[{group}]" if group else "Top level", []).append(row)
    return {heading: content if heading == SHARED_HEADING else [table_under(heading, content)]
            for heading, content in tables.items()}


def is_ours(line):
    return re.match(r"\| (key|column|word) \|", line)


def rewritten(document, tables):
    """The document with the tables as they should be, and what is wrong with it."""
    lines, wrong, heading, used = [], [], "", {}
    old = document.splitlines()
    index = 0
    while index < len(old):
        line = old[index]
        if line.startswith("#"):
            heading = line.lstrip("#").strip()
        if not is_ours(line):
            lines.append(line)
            index += 1
            continue
        end = index
        while end < len(old) and old[end].startswith("|"):
            end += 1
        number = used.get(heading, 0)
        used[heading] = number + 1
        known = tables.get(heading, [])
        if number >= len(known):
            wrong.append(f"line {index + 1}: a table under \"{heading}\" that no reader knows")
        else:
            found, wanted = old[index:end], known[number]
            wrong += [f"line {index + 1}, {heading}: - {row}" for row in found if row not in wanted]
            wrong += [f"line {index + 1}, {heading}: + {row}" for row in wanted if row not in found]
            if sorted(found) == sorted(wanted) and found != wanted:
                wrong.append(f"line {index + 1}, {heading}: rows in another order")
            lines += wanted
        index = end
    wrong += [f"there are {used.get(heading, 0)} tables under \"{heading}\", not {len(known)}"
              for heading, known in tables.items() if used.get(heading, 0) < len(known)]
    return "\n".join(lines) + "\n", wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--command", required=True)
    parser.add_argument("--update", action="store_true")
    chosen = parser.parse_args()
    path = chosen.root / "docs" / "formats.md"
    text, wrong = rewritten(path.read_text(encoding="utf-8"),
                            expected(explanations(chosen.command)))
    if chosen.update:
        path.write_text(text, encoding="utf-8")
        wrong = [line for line in wrong if line.startswith("there are")]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
