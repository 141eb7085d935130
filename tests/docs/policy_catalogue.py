"""Holds docs/policies.md against the libraries in data/policies and data/bottlenecks: a card
for each, with its effects, costs and sources.

    python3 -B tests/docs/policy_catalogue.py --root . [--update]

The text above the first generated heading is written by hand; --update rewrites the rest.
"""

import argparse
import difflib
import pathlib
import sys
import tomllib

GENERATED = "## Policies at a glance"
CLUSTERS = ["other", "recruitment", "career", "training", "cooperation"]
CLUSTER_NAMES = {"recruitment": "Werving en selectie (recruitment and selection)",
                 "career": "Loopbaanbeleid (career)",
                 "training": "Opleiding en begeleiding (training and support)",
                 "cooperation": "Samenwerken (cooperation)",
                 "other": "Roosteren en belonen (timetabling and pay)"}
AMO = {"ability": "ability (kunnen)", "motivation": "motivation (willen)",
       "opportunity": "opportunity (mogen)"}
SIZES = ["ratio", "odds_ratio", "multiplier", "share"]
ABOUT = ["causes", "programmes", "origins", "degrees", "licences", "contracts"]
RANGES = {"age": "age", "tenure": "years here", "experience": "years of teaching",
          "years_since_master": "years since the master", "fte": "fte"}


def library(folder):
    """What each file of the folder holds, by its name."""
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
            for path in sorted(folder.glob("*.toml"))}


def number(value):
    return f"{value:,}".replace(",", " ") if isinstance(value, int) else f"{value:g}"


def interval(value):
    if not isinstance(value, dict):
        return number(value)
    return f"{number(value['central'])} ({number(value['low'])} to {number(value['high'])})"


def range_text(item, key):
    low, high = item.get(f"{key}_from"), item.get(f"{key}_to")
    if low is None and high is None:
        return ""
    if low is None:
        return f"{RANGES[key]} up to {high}"
    if high is None:
        return f"{RANGES[key]} from {low}"
    return f"{RANGES[key]} {low} to {high}"


def about(item):
    """Whom or what a row is about; empty: all."""
    parts = [", ".join(item[key]) for key in ABOUT if key in item]
    parts += [text for text in (range_text(item, key) for key in RANGES) if text]
    return "; ".join(parts)


def row(cells):
    return "| " + " | ".join(cells) + " |"


def table(head, rows):
    return [row(head), row(["---"] * len(head)), *map(row, rows), ""]


def effect_rows(effects):
    rows = []
    for effect in effects:
        key = next((key for key in SIZES if key in effect), None)
        size = f"{key.replace('_', ' ')} {interval(effect[key])}" if key else effect["order"]
        rows.append([f"`{effect['name']}`", f"`{effect['on']}`", about(effect), size,
                     effect["source"]])
    return rows


def effect_table(item):
    return table(["effect", "on", "about", "size (95%)", "source"],
                 effect_rows(item.get("effect", [])))


def cost_table(policy):
    rows = [[f"`{cost['name']}`", cost["per"].replace("_", " "), about(cost),
             f"{interval(cost['share'])} of the wages" if "share" in cost
             else f"{interval(cost['amount'])} euro", cost["source"]]
            for cost in policy.get("cost", [])]
    return table(["cost", "per", "about", "amount (95%)", "source"], rows) if rows else []


def title(name, item):
    return f"{item['title']} (`{name}`)"


def anchor(name, item):
    """As the usual viewers make it of a heading."""
    kept = [letter for letter in title(name, item).lower() if letter.isalnum() or letter in " -_"]
    return "".join(kept).replace(" ", "-")


def link(name, item):
    return f"[`{name}`](#{anchor(name, item)})"


def policy_card(name, policy, bottlenecks):
    lines = [f"#### {title(name, policy)}", "",
             f"{policy['title_en']}. {policy['description_en']}", ""]
    works = ", ".join(AMO[key] for key in policy.get("amo", []))
    lines += [f"- Works on: {works or 'nobody in particular'}.",
              f"- Chance of being carried out (slagingskans): {interval(policy['carried_out'])}."]
    if "phase_years" in policy:
        lines.append(f"- Comes to full strength in {policy['phase_years']} years"
                     f" (`{policy['phase_in']}`).")
    if policy.get("lifts"):
        lifts = ", ".join(link(key, bottlenecks[key]) for key in policy["lifts"])
        lines.append(f"- Lifts: {lifts}.")
    lines += [f"- Who: {policy['owner_en']}. The leader's part: {policy['leader_en']}."
              f" Hours a year: {number(policy['hours'])}.", ""]
    return lines + effect_table(policy) + cost_table(policy)


def bottleneck_card(name, bottleneck, policies):
    by = [link(key, policy) for key, policy in policies.items()
          if name in policy.get("lifts", [])]
    lines = [f"### {title(name, bottleneck)}", "",
             f"{bottleneck['title_en']}. {bottleneck['description_en']}", "",
             f"Lifted by {', '.join(by)}." if by else "No policy of the library lifts it.", ""]
    return lines + effect_table(bottleneck)


def rank(entry):
    """Free first: rostering comes before anything that costs money."""
    name, policy = entry
    return (CLUSTERS.index(policy["cluster"]), "cost" in policy, name)


def catalogue(policies, bottlenecks):
    ordered = dict(sorted(policies.items(), key=rank))
    lines = [GENERATED, ""]
    lines += table(["policy", "cluster", "works on", "carried out", "lifts"],
                   [[link(name, policy), policy["cluster"], ", ".join(policy.get("amo", [])),
                     interval(policy["carried_out"]), ", ".join(policy.get("lifts", []))]
                    for name, policy in ordered.items()])
    lines += ["## The policies", ""]
    for cluster in CLUSTERS:
        lines += [f"### {CLUSTER_NAMES[cluster]}", ""]
        for name, policy in ordered.items():
            if policy["cluster"] == cluster:
                lines += policy_card(name, policy, bottlenecks)
    lines += ["## The bottlenecks", ""]
    for name, bottleneck in bottlenecks.items():
        lines += bottleneck_card(name, bottleneck, ordered)
    return "\n".join(lines).rstrip("\n") + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--update", action="store_true")
    chosen = parser.parse_args()
    path = chosen.root / "docs" / "policies.md"
    found = path.read_text(encoding="utf-8")
    by_hand = found[:found.index(GENERATED)]
    wanted = by_hand + catalogue(library(chosen.root / "data" / "policies"),
                                 library(chosen.root / "data" / "bottlenecks"))
    if chosen.update:
        path.write_text(wanted, encoding="utf-8")
        return 0
    difference = list(difflib.unified_diff(found.splitlines(), wanted.splitlines(),
                                           "docs/policies.md", "the libraries", lineterm=""))
    print("\n".join(difference))
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
