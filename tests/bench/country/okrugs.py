"""The papers of rural okrugs: passports, chats, the citizens' budget, its monitoring."""

from country.assignments import between, taken
from country.days import WRITTEN, YEAR, day, month_begins, rolled_back, workday
from country.words import title

SITE = ["year-built", "repairs-by-kind", "present-state", "fit-with-demand", "fit-with-law"]


def passports(rnd, okrug):
    return [{
        "id": f"{okrug.id}/P-{which}", "type": "passport", "by": okrug.akim, "places": [settlement], "format": "oblast-format",
        "media": ["electronic"],
        "sites": [{"site": name, "contents": SITE} for name in ("мектеп", "балабақша", "медициналық пункт", "мәдениет үйі")],
        "contents": ["modernisation-of-old-sites", "need-for-new-sites"],
        "steps": {"drafted": WRITTEN[day(YEAR, 1, 15)], "updated": WRITTEN[workday(day(YEAR, 11, 2), between(rnd, 1, 15))]}}
        for which, settlement in enumerate(okrug.settlements)]


def chats(okrug):
    return [{"id": f"{okrug.id}/VC-{which}", "type": "village-chat", "by": okrug.akim, "body": okrug.id, "places": [settlement],
             "steps": {"opened": WRITTEN[day(YEAR, 1, 8)]}} for which, settlement in enumerate(okrug.settlements)]


def civil_budget(okrug):
    return {"id": f"{okrug.id}/CB", "type": "civil-budget", "by": okrug.akim, "body": okrug.id, "period": str(YEAR),
            "date": WRITTEN[workday(month_begins(1), 10)], "visuals": ["infographic", "table"],
            "channels": ["district-akim-site", "district-press"], "steps": {"published": WRITTEN[workday(month_begins(1), 14)]}}


def monitoring(okrug, period, following):
    """Of the half-year or the year: the report, and the seven steps after it."""
    drafted = rolled_back(following + 14)
    return {"id": f"{okrug.id}/MR-{period}", "type": "monitoring-report", "by": "community-commission", "body": okrug.id,
            "period": period, "contents": ["planned", "achieved"], "signed-by": ["community-commission"],
            "steps": taken(monitoring_report_prepared=drafted, signed=workday(drafted, 1), put_to_assembly=workday(drafted, 2),
                           published=workday(drafted, 5))}


def analysis(rnd, okrug):
    made = workday(day(YEAR, 9, 30), between(rnd, 1, 20))
    return {"id": f"{okrug.id}/AA", "type": "appeals-analysis", "by": okrug.akim, "body": okrug.id, "date": WRITTEN[made],
            "title": title(rnd, [okrug.names]), "steps": {"discussed": WRITTEN[workday(made, 5)]}}


def planning_cycle(rnd, okrug):
    """With the people, from the announcement in January to the assembly of the second quarter."""
    names = ["planning-announced", "working-group-formed", "questionnaire-run", "survey-run", "interviews-held",
             "focus-group-held", "problems-ranked", "proposals-prepared", "draft-discussed"]
    days = [workday(month_begins(1), 5 + 7 * which) for which in range(len(names))]
    return {"id": f"{okrug.id}/PC", "type": "planning-cycle", "by": okrug.akim, "body": okrug.id, "period": str(YEAR),
            "date": WRITTEN[days[0]], "title": title(rnd, [okrug.names]), "methods": ["survey"], "meeting": f"{okrug.id}/A-2",
            "steps": {name: WRITTEN[on] for name, on in zip(names, days)}}


def of_okrug(rnd, okrug, quarter):
    """What it writes in that quarter."""
    if quarter == 1:
        return [*chats(okrug), civil_budget(okrug), planning_cycle(rnd, okrug)]
    if quarter == 3:
        return [monitoring(okrug, f"{YEAR}-H1", month_begins(7))]
    if quarter == 4:
        return [*passports(rnd, okrug), analysis(rnd, okrug), monitoring(okrug, f"{YEAR}-H2", month_begins(13)),
                monitoring(okrug, str(YEAR), month_begins(13))]
    return []
