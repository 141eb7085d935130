"""Gaps, candidates and hires: section 7.11 of docs/methods.md."""

import math

import draws
from demand import surplus_of
from person import MILLION, Assignment, Person, half_up


def count_staffing(future):
    sections = future.scenario.sections
    gap = {section: -surplus_of(future, section) for section in sections}
    future.unfilled = {section: max(gap[section], 0) for section in sections}
    future.vacancy_fte = dict(future.unfilled)
    future.surplus = {section: max(-gap[section], 0) for section in sections}
    future.vacancies = dict.fromkeys(sections, 0)


def play_recruitment(future):
    scenario = future.scenario
    mode = scenario.key("recruitment", "mode")
    stopped = scenario.start + future.step in scenario.key("recruitment", "stop", [])
    if mode == "one_to_one" and not stopped:
        fill_seats(future)
    count_staffing(future)
    if mode == "fill" and not stopped:
        for section in scenario.sections:
            fill_section(future, section)
    for person in future.newcomers:
        if person.here:
            future.draw_clocks(person)


def fill_seats(future):
    """One hire for every leaver, who takes over all but the licence."""
    for leaver in future.seats:
        row, hire = candidate(future, leaver.main.section, leaver.id)
        hire.assignments = [Assignment(part.section, part.fte, row["licence"], part.upper)
                            for part in leaver.assignments]
        future.join(hire)
    future.seats = []


def fill_section(future, section):
    """Tries vacancy by vacancy while the gap is large enough."""
    scenario = future.scenario
    least = round(1000 * scenario.key("recruitment", "min_vacancy", 0.2))
    subject = scenario.sections[section]["subject"]
    chance = future.value(scenario.fill.get(subject, scenario.fill.get("")))
    gap, unfilled, n = future.unfilled[section], 0, 0
    while gap >= least:
        row, hire = candidate(future, section, n)
        n += 1
        share = future.net_share(hire)
        size = min(row["fte"], gap * MILLION // share)
        net = half_up(size, share, MILLION)
        if future.stream.uniform(hire.id, draws.FILL) < chance:
            hire.assignments = [Assignment(section, size, row["licence"], [0, 0])]
            future.join(hire)
        else:
            unfilled += net
        gap -= net
    future.vacancies[section] = n
    future.unfilled[section] = unfilled + max(gap, 0)


def candidate(future, section, n):
    """Candidate n of a section this year: the row of the entrant table, and who it is."""
    scenario, now = future.scenario, future.step + 1
    hire = Person(draws.candidate_id(future.section_keys[section], scenario.start + now, n))
    for_row, for_age = future.stream.uniforms(hire.id, draws.ENTRANT)
    rows = scenario.entrants_for(scenario.sections[section]["subject"])
    weights = [future.value(row["weight"]) for row in rows]
    passed = 0.0
    for row, weight in zip(rows, weights):
        passed += weight
        if for_row < passed / sum(weights):
            break
    months = 12 * (row["age_to"] - row["age_from"] + 1)
    age = 12 * row["age_from"] + min(math.floor(for_age * months), months - 1)
    hire.birth = scenario.reference_month(now) - age
    hire.experience = entrant_experience(future, hire.id, row, age // 12) - now
    hire.tenure = -now
    hire.degree, hire.contract, hire.scale = row["degree"], row["contract"], row["scale"]
    hire.origin = row["origin"]
    if hire.is_master():
        hire.route = "outside" if hire.origin in ("returner", "mover") else "starter"
        if row["years_since_master"]:
            hire.since_master = int(row["years_since_master"]) - now
    if row["licensed_after"]:
        hire.licensed_step = now + int(row["licensed_after"])
        hire.licensed_as = row["licensed_as"]
    return row, hire


def entrant_experience(future, identity, row, age):
    values = row["experience_to"] - row["experience_from"] + 1
    experience = row["experience_from"]
    if values > 1:
        experience += math.floor(future.stream.uniform(identity, draws.ENTRANT_PROFILE) * values)
    return min(experience, max(age - 20, 0))
