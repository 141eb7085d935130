"""Checks documents against the committed JSON Schemas, and the schemas themselves.

The name of a document begins with the schema it belongs to: run.*.json,
check.*.json, staffing.*.json. Of every document each required member is also taken away in turn,
and each member is given a value of a wrong kind: the schema must see it.
"""

import argparse
import copy
import json
import pathlib
import subprocess
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]


def validator_for(kind):
    """The schema meesterplan.<kind>.schema.json, itself checked."""
    path = ROOT / "sim" / "output" / f"meesterplan.{kind}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def places(value, path=()):
    """The path of every member of every object in the document."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield path + (key,)
            yield from places(member, path + (key,))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, path + (index,))


def changed(document, path, change):
    """A copy of the document in which `change(owner, key)` was done at `path`."""
    result = copy.deepcopy(document)
    owner = result
    for step in path[:-1]:
        owner = owner[step]
    change(owner, path[-1])
    return result


def spoil(owner, key):
    owner[key] = {"no": "such thing"}


def take_away(owner, key):
    del owner[key]


def add_another(owner, key):
    owner[key + "_2"] = owner[key]


def check(path):
    """What is wrong with one document, as lines."""
    validator = validator_for(path.name.split(".")[0])
    document = json.loads(path.read_text(encoding="utf-8"))
    wrong = [f"{path.name}: {list(error.absolute_path)}: {error.message}"
             for error in validator.iter_errors(document)]
    n_changes = 0
    for place in places(document):
        changes = [(spoil, "is of a wrong kind"), (add_another, "is there twice")]
        if not str(place[-1]).startswith("definition_"):
            changes.append((take_away, "is missing"))
        for change, what in changes:
            n_changes += 1
            if validator.is_valid(changed(document, place, change)):
                wrong.append(f"{path.name}: the schema does not see that {place} {what}")
    print(f"{path.name}: valid; {n_changes} changes tried")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--writer", required=True, help="program that writes the documents")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="scratch folder")
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    for old in chosen.work.glob("*.json"):
        old.unlink()
    subprocess.run([chosen.writer, chosen.work], check=True)
    documents = sorted(chosen.work.glob("*.json"))
    wrong = [] if len(documents) >= 5 else [f"only {len(documents)} documents were written"]
    for document in documents:
        wrong += check(document)
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
